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
    [TestCase("messages to two servers", 2)]
    public void What_only_waits_needs_no_thread_of_its_own(string name, int parts)
    {
        Gets(new(name, parts, Limit.Waiting), Tool.Tasks);
    }

    [TestCase("prime numbers", 4)]
    [TestCase("encryption", 8)]
    [TestCase("images", 2)]
    [TestCase("frames of a film", 100)]
    public void What_computes_gets_a_thread_for_each_part(string name, int parts)
    {
        Gets(new(name, parts, Limit.Processor), Tool.Threads);
        Gets(new($"{name}, by an old library", parts, Limit.Processor) { Blocks = true }, Tool.Threads);
    }

    [TestCase("files, by an old library", 4)]
    [TestCase("two printers, by an old library", 2)]
    [TestCase("mails, by an old library", 50)]
    public void What_waits_in_calls_that_block_keeps_a_thread_for_each_part(string name, int parts)
    {
        Gets(new(name, parts, Limit.Waiting) { Blocks = true }, Tool.Threads);
    }

    [TestCase("plug-ins of strangers", 3, Limit.Processor, false)]
    [TestCase("pages of a web browser", 9, Limit.Waiting, false)]
    [TestCase("a driver that blocks", 2, Limit.Waiting, true)]
    [TestCase("one report that may crash", 1, Limit.Processor, false)]
    [TestCase("one download that may crash", 1, Limit.Waiting, false)]
    [TestCase("one scanner that may crash", 1, Limit.Waiting, true)]
    public void What_may_crash_gets_a_process(string name, int parts, Limit limit, bool blocks)
    {
        Gets(new(name, parts, limit) { Blocks = blocks, NeedsIsolation = true }, Tool.Processes);
    }

    [TestCase("one small sum", Limit.Processor, false)]
    [TestCase("one web request", Limit.Waiting, false)]
    [TestCase("one file, by an old library", Limit.Waiting, true)]
    public void What_has_only_one_part_is_simply_called(string name, Limit limit, bool blocks)
    {
        Gets(new(name, 1, limit) { Blocks = blocks }, Tool.Call);
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

    /// <summary>
    /// What is right is not said: the learner sees what each tool costs here, and chooses again.
    /// </summary>
    [StackTraceHidden]
    static void Gets(Job job, Tool tool)
    {
        var choice = Choice(job);
        if (choice != tool) Assert.Fail($"{new Offers(job, choice)}");
    }
}
