using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

public class DeadlockTests
{
    [Test]
    public void Locks_taken_in_opposite_orders()
    {
        var verdict = Explorer.Explore(Programs.OppositeLocks());

        var failure = verdict.Failure!;
        failure.Kind.ShouldBe(FailureKind.Deadlock);
        failure.Preemptions.ShouldBe(1);
        failure.IsSimplest.ShouldBeTrue();
        var (a, b) = (failure.Waits.Single(w => w.Operation == 1), failure.Waits.Single(w => w.Operation == 2));
        (a.For, a.Holder, a.HeldSince!.Value.Target).ShouldBe(("b", 2, "b"));
        (b.For, b.Holder, b.HeldSince!.Value.Target).ShouldBe(("a", 1, "a"));
    }

    [Test]
    public void A_rendezvous_of_threads_that_run_one_after_the_other()
    {
        var verdict = Explorer.Explore(() =>
        {
            var barrier = new Barrier(2);
            for (var i = 0; i < 2; i++)
            {
                var thread = new Thread(() => barrier.SignalAndWait());
                thread.Start();
                thread.Join();
            }
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        verdict.Failure.Waits.ShouldContain(w => w.Details == "1 of 2 have arrived");
    }

    [Test]
    public void A_lock_that_is_never_given_back()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            Threads.Run(() => Monitor.Enter(gate), () => Monitor.Enter(gate));
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock);
    }

    [Test]
    public void A_finally_does_not_talk_over_what_it_leaves()
    {
        var verdict = Explorer.Explore(() =>
        {
            using var meeting = new Barrier(2);
            var left = 0;
            Threads.Run(() =>
            {
                try
                {
                    meeting.SignalAndWait();
                }
                finally
                {
                    left++;
                }
            });
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        verdict.Failure.Waits.Select(w => w.Kind).ShouldBe([EventKind.Join, EventKind.AwaitPhase]);
    }

    [Test]
    public void An_endless_sleep_beside_a_join()
    {
        var verdict = Explorer.Explore(() => Threads.Run(() => Thread.Sleep(Timeout.Infinite)));

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock);
    }

    [Test]
    public void A_loop_that_waits_for_a_flag_that_nobody_sets()
    {
        var verdict = Explorer.Explore(() =>
        {
            var flag = new Flag();
            Threads.Run(() => { while (!flag.IsUp) { } });
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Livelock);
        verdict.Failure.Waits.ShouldContain(w => w.For.Contains("IsUp"));
    }

    private sealed class Flag
    {
        public volatile bool IsUp;
    }
}
