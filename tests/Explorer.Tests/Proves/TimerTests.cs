using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

public class TimerTests
{
    [Test]
    public void Goes_off_once_and_sees_what_was_written_before_it_was_set()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (payload, times) = (0, 0);
            using var done = new ManualResetEventSlim();
            payload = 42;
            using var timer = new Timer(_ =>
            {
                payload.ShouldBe(42);
                times++;
                done.Set();
            }, null, 10, Timeout.Infinite);
            done.Wait();
            times.ShouldBe(1);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Disposed_of_it_may_have_gone_off_or_not()
    {
        Explorer.Explore(() =>
        {
            var fired = 0;
            var timer = new Timer(_ => Volatile.Write(ref fired, 1), null, 10, Timeout.Infinite);
            timer.Dispose();
            Volatile.Read(ref fired).ShouldBe(0);
        }).Failure!.Kind.ShouldBe(FailureKind.Assertion);

        Explorer.ExploreSome(() =>
        {
            var fired = 0;
            var timer = new Timer(_ => Volatile.Write(ref fired, 1), null, 10, Timeout.Infinite);
            timer.Dispose();
            Volatile.Read(ref fired).ShouldBe(0);
        }).Outcome.ShouldBe(Outcome.Proved);
    }

    [Test]
    public void Set_again_it_goes_off_for_each_time_at_most_once()
    {
        var verdict = Explorer.Explore(() =>
        {
            var times = 0;
            using var twice = new ManualResetEventSlim();
            var timer = new Timer(_ => Interlocked.Increment(ref times), null, 10, Timeout.Infinite);
            timer.Change(20, Timeout.Infinite);
            timer.Change(Timeout.Infinite, Timeout.Infinite);
            timer.Change(5, Timeout.Infinite);
            timer.Dispose();
            Volatile.Read(ref times).ShouldBeLessThanOrEqualTo(3);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
    }

    [Test]
    public void Its_callback_races_with_who_set_it()
    {
        var failure = Explorer.Explore(() =>
        {
            var count = 0;
            using var timer = new Timer(_ => count++, null, 10, Timeout.Infinite);
            count++;
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.DataRace);
    }

    [Test]
    public void One_that_repeats_is_refused()
    {
        var verdict = Explorer.Explore(() => { using var timer = new Timer(_ => { }, null, 10, 10); });

        verdict.Outcome.ShouldBe(Outcome.Refused);
        verdict.Refusal!.Member.ShouldBe("a Timer that repeats");
    }
}
