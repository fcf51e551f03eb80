using Interleavings;
using Katas.AtomicCounter;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(6, "AtomicCounter", "katas/06-AtomicCounter/Tally.cs")]
public class Kata06_AtomicCounter
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Two_threads_count_to_two()
    {
        var tally = new Tally();

        Together(() => tally.Next(), () => tally.Next());

        tally.Count.ShouldBe(2);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void No_two_threads_get_the_same_number()
    {
        var tally = new Tally();
        var (one, other) = (0, 0);

        Together(() => one = tally.Next(), () => other = tally.Next());

        new[] { one, other }.ShouldBe([1, 2], ignoreOrder: true, "the numbers handed out");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_highest_of_two_values_stays()
    {
        var tally = new Tally();

        Together(() => tally.Measure(1), () => tally.Measure(2));

        tally.Highest.ShouldBe(2, "the higher value was written over");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_highest_of_three_values_stays()
    {
        var tally = new Tally();

        Together(
            () => tally.Measure(3),
            () =>
            {
                tally.Measure(1);
                tally.Measure(2);
            });

        tally.Highest.ShouldBe(3, "the highest value was written over, or given up");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_highest_of_four_values_stays()
    {
        var tally = new Tally();

        Together(
            () => tally.Measure(4),
            () =>
            {
                tally.Measure(1);
                tally.Measure(2);
                tally.Measure(3);
            });

        tally.Highest.ShouldBe(4, "the highest value was written over, or given up");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Each_tally_has_numbers_and_a_highest_of_its_own()
    {
        var (one, other) = (new Tally(), new Tally());
        var (first, second) = (0, 0);

        Together(
            () =>
            {
                first = one.Next();
                one.Measure(5);
            },
            () => second = other.Next());

        (first, second, other.Highest).ShouldBe((1, 1, 0), "a tally had what belongs to another");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_highest_never_goes_down()
    {
        var tally = new Tally();
        tally.Measure(2);
        var seen = 0;

        Together(
            () =>
            {
                tally.Measure(1);
                tally.Measure(3);
            },
            () => seen = tally.Highest);

        seen.ShouldBeOneOf([2, 3], "a reader saw less than what was the highest before");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Reading_changes_nothing_and_the_first_value_counts()
    {
        var tally = new Tally();

        int[] before = [tally.Count, tally.Count, tally.Highest, tally.Highest];
        var number = tally.Next();
        tally.Measure(1);

        before.ShouldBe([0, 0, 0, 0], "nothing has been counted or measured");
        (number, tally.Count, tally.Highest).ShouldBe((1, 1, 1), "one was counted, 1 was measured");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_count_can_be_read_while_another_thread_counts()
    {
        var tally = new Tally();
        var seen = -1;

        Together(() => tally.Next(), () => seen = tally.Count);

        seen.ShouldBeInRange(0, 1, "the count never had this value");
    }

    [Test]
    public void Whoever_is_stopped_midway_holds_up_nobody()
    {
        (string Name, Action<Tally> Call)[] members =
        [
            ("Next", tally => tally.Next()),
            ("Measure", tally => tally.Measure(1)),
            ("Count", tally => _ = tally.Count),
            ("Highest", tally => _ = tally.Highest),
        ];

        foreach (var stopped in members)
        {
            foreach (var other in members)
            {
                if (Midway.HoldsUp(stopped.Call, other.Call) is { } place)
                    Assert.Fail(Advice(stopped.Name, other.Name, place));
            }
        }
    }

    static string Advice(string stopped, string other, string place) =>
        $"""
        Right, but not yet as this kata means it: there is a lock, or something that acts as one.
          When a thread is stopped in {stopped} after {place}, another one can't get
          through {other} until the first goes on. With a lock that is so, and often it is good
          enough. Here, use steps that nobody can stop midway: the methods of Interlocked.
        """;

    static void Together(ThreadStart first, ThreadStart second)
    {
        var a = new Thread(first);
        var b = new Thread(second);
        a.Start();
        b.Start();
        a.Join();
        b.Join();
    }
}
