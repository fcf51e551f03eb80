using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Programs that are right only while nobody runs out of time, or only if somebody does.</summary>
public class LimitTests
{
    [Test]
    public void A_time_out_that_is_taken_for_success()
    {
        var verdict = Explorer.Explore(() =>
        {
            var signal = new ManualResetEventSlim();
            var value = 0;
            Threads.Run(
                () => { value = 1; signal.Set(); },
                () => { signal.Wait(1000); value.ShouldBe(1); });
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
        verdict.Failure.Steps.ShouldContain(s => s.Kind == EventKind.TimeOut && s.Operation == 2);
        verdict.Failure.Operations.Count.ShouldBe(3);
        verdict.Schedule!.ToString().ShouldContain("B!");
    }

    [Test]
    public void The_schedule_of_a_time_out_can_be_replayed()
    {
        Action program = () =>
        {
            var gate = new object();
            Threads.Run(
                () => { lock (gate) Monitor.Wait(gate, 10).ShouldBeTrue(); },
                () => { lock (gate) Monitor.Pulse(gate); });
        };
        var found = Explorer.Explore(program);

        found.Failure!.Kind.ShouldBe(FailureKind.Assertion, found.ToString());
        var again = Explorer.Replay(Schedule.Parse(found.Schedule!.ToString()), program);

        again.Failure!.Kind.ShouldBe(FailureKind.Assertion, again.ToString());
        again.Failure.Steps.ShouldBe(found.Failure.Steps);
    }

    [Test]
    public void A_sleep_instead_of_a_join()
    {
        var verdict = Explorer.Explore(() =>
        {
            var sum = 0;
            var worker = new Thread(() => Interlocked.Exchange(ref sum, 1));
            worker.Start();
            Thread.Sleep(1000);
            Volatile.Read(ref sum).ShouldBe(1);
            worker.Join();
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
        verdict.Failure.Preemptions.ShouldBe(0);
    }

    [Test]
    public void A_race_behind_a_wait_that_ran_out()
    {
        var verdict = Explorer.Explore(() =>
        {
            var semaphore = new SemaphoreSlim(1);
            var count = 0;
            Threads.Run(2, _ =>
            {
                semaphore.Wait(10);
                count++;
                semaphore.Release();
            });
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace, verdict.ToString());
    }

    [Test]
    public void A_deadlock_is_none_if_time_ends_it()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (a, b) = (new object(), new object());
            Threads.Run(
                () => { lock (a) { if (Monitor.TryEnter(b, 10)) Monitor.Exit(b); } },
                () => { lock (b) { lock (a) { } } });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }
}
