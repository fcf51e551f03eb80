using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>A loop that goes round thousands of times has a short counterexample all the same.</summary>
public class LongLoopTests
{
    private static IEnumerable<TestCaseData> Polling()
    {
        yield return Case("A loop that looks under a lock", () =>
        {
            var gate = new object();
            var (isReady, rounds, value, read) = (false, 0, 0, -1);
            Threads.Run(
                () =>
                {
                    while (true)
                    {
                        lock (gate)
                        {
                            rounds++;
                            if (isReady) break;
                        }
                    }
                    read = Volatile.Read(ref value);
                },
                () =>
                {
                    lock (gate) isReady = true;
                    Volatile.Write(ref value, 1);
                });
            read.ShouldBe(1);
        });
        yield return Case("A loop that counts its rounds", () =>
        {
            var (isReady, rounds, value, read) = (0, 0, 0, -1);
            Threads.Run(
                () =>
                {
                    while (Volatile.Read(ref isReady) == 0) Interlocked.Increment(ref rounds);
                    read = Volatile.Read(ref value);
                },
                () =>
                {
                    Volatile.Write(ref isReady, 1);
                    Volatile.Write(ref value, 1);
                });
            read.ShouldBe(1);
        });
        yield return Case("A lost update beside a loop that counts its rounds", () =>
        {
            var (isReady, rounds, count) = (0, 0, 0);
            Threads.Run(
                Add,
                () =>
                {
                    Add();
                    Volatile.Write(ref isReady, 1);
                },
                () => { while (Volatile.Read(ref isReady) == 0) Interlocked.Increment(ref rounds); });
            count.ShouldBe(2);

            void Add() => Volatile.Write(ref count, Volatile.Read(ref count) + 1);
        });
    }

    [TestCaseSource(nameof(Polling))]
    public void Rounds_that_can_be_left_out_are_left_out(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
        verdict.Failure.Preemptions.ShouldBe(1, verdict.ToString());
        verdict.Failure.IsSimplest.ShouldBeTrue();
        verdict.Failure.Steps.Count.ShouldBeLessThan(60);
        verdict.Failure.Schedule.Entries.Count.ShouldBeLessThan(5);
    }

    private static IEnumerable<TestCaseData> Racing()
    {
        yield return Case("Any", () =>
        {
            var done = new int[2];
            Threads.Run(2, worker =>
            {
                for (var phase = 0; phase < 2; phase++)
                {
                    done[worker]++;
                    while (done.Any(d => d <= phase)) Thread.Yield();
                }
            });
        });
        yield return Case("A plain flag, rounds counted", () =>
        {
            var (isDone, rounds) = (false, 0);
            Threads.Run(
                () => { while (!isDone) Interlocked.Increment(ref rounds); },
                () => isDone = true);
        });
    }

    [TestCaseSource(nameof(Racing))]
    public void A_data_race_in_a_loop_is_found_in_the_first_execution(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace, verdict.ToString());
        verdict.FirstFailureAt.ShouldBe(1);
        // Each worker waits once in each phase; all of it is shown, and no round twice.
        verdict.Failure.Steps.Count.ShouldBeLessThan(100);
    }

    private static TestCaseData Case(string name, Action program) => new(program) { TestName = name };
}
