using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

public class WaitingTests
{
    [Test]
    public void A_flag_looked_at_in_a_loop_and_pulsed_to_all()
    {
        // Either waiter before the pulse or after, and in which order the lock is taken.
        Explorer.Explore(Buffers.Flagged(1, pulseAll: false)).ShouldBe(Outcome.Proved, 2);
        Explorer.Explore(Buffers.Flagged(2, pulseAll: true)).Outcome.ShouldBe(Outcome.Proved);
    }

    [Test]
    public void Wait_gives_back_every_level_and_takes_them_again()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            var isUp = false;
            Threads.Run(
                () =>
                {
                    lock (gate)
                    {
                        lock (gate)
                        {
                            while (!isUp) Monitor.Wait(gate);
                        }
                        Monitor.IsEntered(gate).ShouldBeTrue();
                    }
                    Monitor.IsEntered(gate).ShouldBeFalse();
                },
                () => { lock (gate) { isUp = true; Monitor.Pulse(gate); } });
        });

        verdict.ShouldBe(Outcome.Proved, 2);
    }

    [Test]
    public void Who_waits_first_is_woken_first()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            var (waiting, order) = (new List<int>(), new List<int>());
            Threads.Run(2, i =>
            {
                lock (gate)
                {
                    waiting.Add(i);
                    Monitor.PulseAll(gate);
                    Monitor.Wait(gate);
                    order.Add(i);
                    Monitor.Pulse(gate);
                }
            });
        });

        // The second to come wakes the first; then it waits, and the first wakes it.
        verdict.ShouldBe(Outcome.Proved, 2);
    }
}

internal static class VerdictAssertions
{
    internal static void ShouldBe(this Verdict verdict, Outcome outcome, long executions)
    {
        verdict.Outcome.ShouldBe(outcome, verdict.ToString());
        verdict.Executions.ShouldBe(executions);
        verdict.Redundant.ShouldBe(0);
    }
}
