using System.Diagnostics;
using Interleavings;
using Katas.RaceCounter;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

/// <summary>A learner's schedule, run on two workers that share a racy counter.</summary>
/// <param name="Value">Where the counter ended.</param>
/// <param name="Accesses">What the two workers read and wrote, in order.</param>
sealed record Replayed(string Schedule, int Value, WorkerAccesses Accesses)
{
    internal static Replayed Of(string schedule, Func<Counter, ThreadStart> work)
    {
        var value = -1;
        var verdict = Explorer.Replay(Interleavings.Schedule.Parse(schedule), () =>
        {
            var counter = new Counter();
            RunTwo(counter, work);
            value = counter.Value;
        });

        // That the workers race is the point; any other failure is a schedule that can't be run.
        if (verdict.Failure is { Kind: not FailureKind.DataRace } failure)
            throw new ShouldAssertException($"The schedule \"{schedule}\": {failure.Message}");
        return new(schedule, value, WorkerAccesses.Of(verdict.Failure));
    }

    /// <summary>The work is a method of the counter's: its accesses are the only events.</summary>
    internal static void RunTwo(Counter counter, Func<Counter, ThreadStart> work)
    {
        var a = new Thread(work(counter));
        var b = new Thread(work(counter));
        a.Start();
        b.Start();
        a.Join();
        b.Join();
    }

    /// <param name="goal">What the schedule is for, as a sentence.</param>
    /// <param name="why">What in its accesses keeps it from that.</param>
    [StackTraceHidden]
    internal void Misses(string goal, string why) => Assert.Fail(
        $"""
        {goal}
        With the schedule "{Schedule}" the count ends at {Value}:

        {Accesses}

        {why}
        """);
}
