using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>
/// A loop looks under a lock, again and again, at what changes more than once. That it waits for the
/// next change is the explorer's own look, and no access without the lock.
/// </summary>
public class LockedPollTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Case("a number", () =>
        {
            var (gate, n) = (new Lock(), 0);
            Threads.Run(
                () =>
                {
                    while (true)
                    {
                        lock (gate) if (n == 2) return;
                        Thread.Yield();
                    }
                },
                () =>
                {
                    lock (gate) n = 1;
                    lock (gate) n = 2;
                });
        });
        yield return Case("a queue", () =>
        {
            var (gate, queue, sum) = (new object(), new Queue<int>(), 0);
            Threads.Run(
                () =>
                {
                    for (var taken = 0; taken < 2;)
                    {
                        lock (gate)
                            if (queue.Count > 0) { sum += queue.Dequeue(); taken++; }
                    }
                },
                () =>
                {
                    lock (gate) queue.Enqueue(1);
                    lock (gate) queue.Enqueue(2);
                });
            sum.ShouldBe(3);
        });
        yield return Case("a number, between pulses", () =>
        {
            var (gate, n) = (new object(), 0);
            Threads.Run(
                () =>
                {
                    lock (gate)
                    {
                        while (n < 2) Monitor.Wait(gate, 10);
                        n = 3;
                    }
                },
                () =>
                {
                    lock (gate) { n = 1; Monitor.Pulse(gate); }
                    lock (gate) { n = 2; Monitor.Pulse(gate); }
                });
            n.ShouldBe(3);
        });
        yield return Case("whose turn it is", () =>
        {
            var (gate, turn) = (new object(), 0);
            Threads.Run(2, me =>
            {
                lock (gate)
                {
                    while (turn != me) Monitor.Wait(gate, 10);
                    turn = me + 1;
                    Monitor.PulseAll(gate);
                }
            });
            turn.ShouldBe(2);
        });
        yield return Case("a flag and a number", () =>
        {
            var (gate, isOpen, n) = (new object(), false, 0);
            bool IsDone() { lock (gate) return isOpen && n == 2; }
            Threads.Run(
                () => { while (!IsDone()) Thread.Sleep(1); },
                () =>
                {
                    lock (gate) { isOpen = true; n = 1; }
                    lock (gate) n = 2;
                });
        });
    }

    [TestCaseSource(nameof(Programs))]
    public void A_poll_under_a_lock_races_with_nothing(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.UnderSequentialConsistency.ShouldBeEmpty();
    }

    [Test]
    public void A_poll_without_the_lock_races()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (gate, n) = (new object(), 0);
            Threads.Run(
                () => { while (n != 2) Thread.Yield(); },
                () => { lock (gate) n = 1; lock (gate) n = 2; });
        });

        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.DataRace);
    }

    private static TestCaseData Case(string name, Action program) => new(program) { TestName = name };
}
