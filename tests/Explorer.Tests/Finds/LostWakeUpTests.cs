using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

public class LostWakeUpTests
{
    [Test]
    public void A_pulse_that_comes_before_the_wait()
    {
        var failure = Explorer.Explore(Buffers.Forgetful()).Failure!;

        failure.Kind.ShouldBe(FailureKind.LostWakeUp);
        failure.Preemptions.ShouldBe(0);
        var wait = failure.Waits.Single(w => w.Kind == EventKind.Wake);
        wait.For.ShouldBe("gate");
        wait.Details!.ShouldEndWith("came before it waited");
    }

    [Test]
    public void A_pulse_for_one_that_wakes_the_wrong_one()
    {
        var failure = Explorer.Explore(Buffers.OneSlot(2, 2, pulseAll: false)).Failure!;

        failure.Kind.ShouldBe(FailureKind.LostWakeUp);
        failure.Waits.Count(w => w.Kind == EventKind.Wake).ShouldBe(2);
    }

    [Test]
    public void A_wait_that_nobody_ends()
    {
        var failure = Explorer.Explore(() =>
        {
            var gate = new object();
            lock (gate) Monitor.Wait(gate);
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.LostWakeUp);
        failure.Waits.Single().Details.ShouldBe("nobody has pulsed");
    }

    [Test]
    public void A_wait_that_is_not_in_a_loop()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            var items = new Queue<int>();
            Threads.Run(
                () => { lock (gate) { items.Enqueue(1); Monitor.PulseAll(gate); } },
                () => Take(gate, items), () => Take(gate, items));
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.LostWakeUp);
    }

    private static void Take(object gate, Queue<int> items)
    {
        lock (gate)
        {
            if (items.Count == 0) Monitor.Wait(gate);
            items.Dequeue();
        }
    }
}
