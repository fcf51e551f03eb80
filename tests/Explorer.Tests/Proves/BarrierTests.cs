using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

public class BarrierTests
{
    [Test]
    public void The_action_sees_what_all_have_done_and_comes_before_anybody_goes_on()
    {
        var verdict = Explorer.Explore(() =>
        {
            var parts = new int[2];
            var sum = 0;
            using var barrier = new Barrier(2, _ => sum = parts[0] + parts[1]);
            Threads.Run(2, i =>
            {
                parts[i] = i + 1;
                barrier.SignalAndWait();
                sum.ShouldBe(3);
            });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void One_who_leaves_lets_the_others_go_on()
    {
        var verdict = Explorer.Explore(() =>
        {
            using var barrier = new Barrier(3);
            Threads.Run(
                () => barrier.SignalAndWait(),
                () => barrier.SignalAndWait(),
                () => barrier.RemoveParticipant());
            barrier.CurrentPhaseNumber.ShouldBe(1);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void One_too_many_is_found()
    {
        var failure = Explorer.Explore(() =>
        {
            using var barrier = new Barrier(2);
            Threads.Run(3, _ => barrier.SignalAndWait());
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.Deadlock);
        failure.Waits.ShouldContain(w => w.Details == "1 of 2 have arrived");
    }

    [Test]
    public void An_exception_of_the_action_reaches_everybody()
    {
        var verdict = Explorer.Explore(() =>
        {
            var caught = 0;
            using var barrier = new Barrier(2, _ => throw new InvalidOperationException());
            Threads.Run(2, _ =>
            {
                try
                {
                    barrier.SignalAndWait();
                }
                catch (BarrierPostPhaseException)
                {
                    Interlocked.Increment(ref caught);
                }
            });
            caught.ShouldBe(2);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }
}
