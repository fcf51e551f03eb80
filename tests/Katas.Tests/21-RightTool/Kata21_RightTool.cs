using System.Diagnostics;
using Katas.RightTool;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(21, "RightTool", "katas/21-RightTool/Chooser.cs")]
public class Kata21_RightTool
{
    static readonly Job Requests = new("50 web requests", 50, Limit.Waiting);
    static readonly Job Primes = new("2 ranges of primes", 2, Limit.Processor);
    static readonly Job Guests =
        new("3 guests, one of whom crashes", 3, Limit.Waiting) { NeedsIsolation = true };

    [TestCase("web requests", 100)]
    [TestCase("database queries", 20)]
    public void What_only_waits_needs_no_thread_of_its_own(string name, int parts)
    {
        Gets(new(name, parts, Limit.Waiting), Tool.Tasks,
            "who waits needs no thread, and an async method gives its own back");
    }

    [TestCase("prime numbers", 4)]
    [TestCase("encryption", 8)]
    [TestCase("images", 2)]
    public void What_computes_gets_a_thread_for_each_part(string name, int parts)
    {
        Gets(new(name, parts, Limit.Processor), Tool.Threads,
            "only threads compute at the same time, and .NET has no lock in the way");
    }

    [TestCase("files, by an old library", 4)]
    public void What_waits_in_calls_that_block_keeps_a_thread_for_each_part(string name, int parts)
    {
        Gets(new(name, parts, Limit.Waiting) { Blocks = true }, Tool.Threads,
            "a call that blocks keeps its thread, be it in an async method or not");
    }

    [TestCase("plug-ins of strangers", 3, Limit.Processor, false)]
    [TestCase("pages of a web browser", 9, Limit.Waiting, false)]
    [TestCase("a driver that blocks", 2, Limit.Waiting, true)]
    [TestCase("one report that may crash", 1, Limit.Processor, false)]
    public void What_may_crash_gets_a_process(string name, int parts, Limit limit, bool blocks)
    {
        Gets(new(name, parts, limit) { Blocks = blocks, NeedsIsolation = true }, Tool.Processes,
            "a crash ends its process, with all threads and tasks in it");
    }

    [TestCase("one small sum")]
    public void What_has_only_one_part_is_simply_called(string name)
    {
        Gets(new(name, 1, Limit.Processor), Tool.Call,
            "there is nothing to be done side by side");
    }

    [Test]
    public void For_real_50_requests_wait_together_without_50_threads()
    {
        var cost = Cost.Of(Requests, Choice(Requests));

        cost.Peak.ShouldBe(50, $"not all were under way at once:\n{cost}");
        cost.Threads.ShouldBeLessThan(25, $"a thread for each is dear:\n{cost}");
    }

    [Test]
    public void For_real_2_ranges_of_primes_are_searched_at_the_same_time()
    {
        var cost = Cost.Of(Primes, Choice(Primes));

        cost.Peak.ShouldBe(2, $"one had to wait for the other:\n{cost}");
        cost.Processes.ShouldBe(0, $"threads can do that, and a process is dear:\n{cost}");
    }

    [Test]
    public void For_real_2_guests_answer_although_one_crashes()
    {
        var choice = Choice(Guests);
        choice.ShouldBe(Tool.Processes, "a crash would have ended the process of these specs");

        var cost = Cost.Of(Guests, choice);

        cost.Done.ShouldBe(2, $"3 guests, one of whom crashes:\n{cost}");
    }

    static Tool Choice(Job job) => Chooser.For(job);

    [StackTraceHidden]
    static void Gets(Job job, Tool tool, string why)
    {
        var choice = Choice(job);
        if (choice != tool)
            Assert.Fail($"For \"{job.Name}\" ({job.Parts} parts) your choice is {choice}.\n"
                + $"  It should be {tool}: {why}.");
    }
}
