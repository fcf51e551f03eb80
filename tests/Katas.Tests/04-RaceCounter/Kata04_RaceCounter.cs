using Interleavings;
using Katas.RaceCounter;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(4, "RaceCounter", "katas/04-RaceCounter/Schedules.cs")]
public class Kata04_RaceCounter
{
    [Test]
    public void Two_increments_can_end_at_one()
    {
        var run = Replayed.Of(Schedules.LosesAnUpdate, it => it.Increment);

        if (run.Value != 1)
            run.Misses(
                "LosesAnUpdate is to lose an increment: the count is to end at 1.", NoneLost);
    }

    [Test]
    public void No_schedule_with_fewer_switches_loses_an_update()
    {
        var run = Replayed.Of(Schedules.WithFewestSwitches, it => it.Increment);

        if (run.Value != 1)
            run.Misses("WithFewestSwitches is to lose an increment, too.", NoneLost);
        var (switches, fewest) = (run.Accesses.Switches, FewestSwitches());
        if (switches != fewest)
            run.Misses("An increment can be lost with fewer switches.",
                $"From one worker to the other: {switches} times. The explorer has tried them all,"
                + $" and needs {fewest}.");
    }

    [Test]
    public void Six_increments_can_end_at_two()
    {
        var run = Replayed.Of(Schedules.LeavesTwo, it => it.IncrementThreeTimes);

        if (run.Value != 2)
            run.Misses(
                "LeavesTwo is to leave 2 of 6 increments: the count is to end at 2.",
                LastWord(run));
    }

    const string NoneLost = "None is lost: who came second read what the first had written.";

    static string LastWord(Replayed run) =>
        $"The last write decides. It was {run.Accesses.LastWrite?.Worker}'s, who had read"
        + $" {run.Value - 1} before.";

    /// <summary>What the explorer needs when it looks for the simplest failure.</summary>
    static int FewestSwitches()
    {
        var verdict = Explorer.Explore(() =>
        {
            var counter = new Counter();
            Replayed.RunTwo(counter, it => it.Increment);
            counter.Value.ShouldBe(2);
        });

        var failure = verdict.Failure.ShouldNotBeNull(
            "Counter.cs loses no update any more: put it back as it was, it is wrong on purpose");
        return WorkerAccesses.Of(failure).Switches;
    }
}
