using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>What holds whether or not a time limit runs out.</summary>
public class LimitTests
{
    [Test]
    public void A_pulse_or_the_end_of_the_time_and_never_both()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            var (isUp, inTime) = (false, false);
            Threads.Run(
                () => { lock (gate) inTime = isUp || Monitor.Wait(gate, 10); },
                () => { lock (gate) { isUp = true; Monitor.Pulse(gate); } });
            (inTime || isUp).ShouldBeTrue();
        });

        // The flag first; or waiting first, and then the pulse; or the end of the time, before, inside
        // or after the critical section of the other.
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_pulse_after_the_end_of_the_time_wakes_the_next()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            var pulses = 0;
            var woken = 0;
            Threads.Run(
                () => { lock (gate) if (Monitor.Wait(gate, 10)) woken++; },
                () => { lock (gate) if (Monitor.Wait(gate, 10)) woken++; },
                () => { lock (gate) { pulses++; Monitor.Pulse(gate); } });
            woken.ShouldBeLessThanOrEqualTo(pulses);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
    }

    [Test]
    public void What_is_due_earlier_comes_earlier_where_both_are_set()
    {
        var verdict = Explorer.Explore(() =>
        {
            var signal = new ManualResetEventSlim();
            var order = 0;
            var late = new Thread(() =>
            {
                signal.Wait();
                Thread.Sleep(50);
                Interlocked.CompareExchange(ref order, 2, 0);
            });
            late.Start();
            using var never = new AutoResetEvent(false);
            var sooner = new Thread(() =>
            {
                var gate = new object();
                lock (gate)
                {
                    signal.Set();
                    Monitor.Wait(gate, 10);
                }
            });
            sooner.Start();
            sooner.Join();
            late.Join();
            order.ShouldBe(2);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_lock_that_may_not_be_got_in_time()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new Lock();
            var (got, missed) = (0, 0);
            Threads.Run(2, _ =>
            {
                if (!gate.TryEnter(10))
                {
                    Interlocked.Increment(ref missed);
                    return;
                }
                got++;
                gate.Exit();
            });
            (got + missed).ShouldBe(2);
            got.ShouldBeGreaterThan(0);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }
}
