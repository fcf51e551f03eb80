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

        run.Value.ShouldBe(1, $"LosesAnUpdate is to lose an increment. {run}");
    }

    [Test]
    public void No_schedule_with_fewer_switches_loses_an_update()
    {
        var run = Replayed.Of(Schedules.WithFewestSwitches, it => it.Increment);

        run.Value.ShouldBe(1, $"WithFewestSwitches is to lose an increment. {run}");
        run.Accesses.Switches.ShouldBe(
            FewestSwitches(), $"An increment can be lost with fewer switches. {run}");
    }

    [Test]
    public void Six_increments_can_end_at_two()
    {
        var run = Replayed.Of(Schedules.LeavesTwo, it => it.IncrementThreeTimes);

        run.Value.ShouldBe(2, $"LeavesTwo is to leave 2 of 6 increments. {run}");
    }

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
