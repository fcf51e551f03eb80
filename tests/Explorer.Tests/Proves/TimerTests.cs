using Interleavings.Tests.Litmus;
using Interleavings.Tests.Primitives;
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

    private static IEnumerable<TestCaseData> Repeating()
    {
        yield return Judged.Holds("ticks that do nothing", () =>
        {
            using var timer = new Timer(_ => { }, null, 1000, 1000);
        });
        yield return Judged.Holds("ticks that only look", () =>
        {
            var value = 0;
            using var timer = new Timer(_ =>
            {
                if (Volatile.Read(ref value) > 1) throw new InvalidOperationException();
            }, null, 0, 10);
            Volatile.Write(ref value, 1);
        });
        yield return Judged.Fails("a tick sees what was changed late", () =>
        {
            var value = 0;
            using var timer = new Timer(_ => Volatile.Read(ref value).ShouldBeLessThan(5), null, 0, 10);
            for (var i = 1; i <= 5; i++) Volatile.Write(ref value, i);
        }, FailureKind.Assertion);
        yield return Judged.Fails("callbacks overlap", () =>
        {
            var (inside, most) = (0, 0);
            using var two = new CountdownEvent(2);
            using var timer = new Timer(_ =>
            {
                if (Interlocked.Increment(ref inside) > 1) Volatile.Write(ref most, 2);
                Thread.Sleep(100);
                Interlocked.Decrement(ref inside);
                if (!two.IsSet) two.Signal();
            }, null, 10, 10);
            two.Wait();
            Volatile.Read(ref most).ShouldBe(0);
        }, FailureKind.Assertion);
        yield return Judged.Fails("a third tick", () =>
        {
            var count = 0;
            using var timer = new Timer(
                _ => Interlocked.Increment(ref count).ShouldBeLessThan(3), null, 10, 10);
        }, FailureKind.Assertion);
        yield return Judged.Fails("a tick after the period was changed", () =>
        {
            var isOver = false;
            using var timer = new Timer(_ => Volatile.Read(ref isOver).ShouldBeFalse(), null, 10, 10);
            timer.Change(Timeout.Infinite, Timeout.Infinite);
            Volatile.Write(ref isOver, true);
        }, FailureKind.Assertion);
        yield return Judged.Holds("a period of zero goes off once", () =>
        {
            var count = 0;
            using var timer = new Timer(
                _ => Interlocked.Increment(ref count).ShouldBe(1), null, 10, 0);
        });
    }

    [TestCaseSource(nameof(Repeating))]
    public void One_that_repeats_goes_off_again_and_again(Func<Verdict> explore, FailureKind[] kinds) =>
        Judged.Judge(explore, kinds);

    [Test]
    public void Ticks_that_change_something_for_ever_prove_nothing()
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = 0;
            using var timer = new Timer(_ => Interlocked.Increment(ref count), null, 10, 10);
        });

        verdict.Outcome.ShouldBe(Outcome.Unfinished, verdict.ToString());
        verdict.BoundReached!.ShouldContain("TimerTests.cs");
        verdict.BoundReached.ShouldEndWith("may go off any number of times, and 3 ticks were explored");
    }

    [TestCase(5, Outcome.Proved)]
    [TestCase(20, Outcome.Unfinished)]
    public void Who_waits_for_more_ticks_gets_them_up_to_a_limit(int awaited, Outcome outcome) =>
        Explorer.ExploreSome(() => Waits(awaited), new Bounds { Executions = 300 })
            .Outcome.ShouldBe(outcome);

    [Test]
    public void A_deadlock_beside_a_timer_is_a_deadlock()
    {
        var failure = Explorer.Explore(() =>
        {
            var (count, one, two) = (0, new object(), new object());
            using var timer = new Timer(_ => Interlocked.Increment(ref count), null, 10, 10);
            Threads.Run(
                () => { lock (one) { lock (two) { } } },
                () => { lock (two) { lock (one) { } } });
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.Deadlock);
    }

    [Test]
    public void Ticks_that_ask_chance_prove_nothing() =>
        Explorer.Explore(() =>
        {
            using var timer = new Timer(_ => Guid.NewGuid(), null, 10, 10);
        }).Outcome.ShouldNotBe(Outcome.Proved);

    private static void Waits(int ticks)
    {
        var count = 0;
        using var last = new ManualResetEventSlim();
        using var timer = new Timer(_ =>
        {
            if (Interlocked.Increment(ref count) == ticks) last.Set();
        }, null, 10, 10);
        last.Wait();
    }

    private static IEnumerable<TestCaseData> Disposed()
    {
        yield return Judged.Holds("a handle tells that no callback is under way", () =>
        {
            var running = 0;
            using var over = new ManualResetEvent(false);
            var timer = new Timer(_ => { running = 1; running = 0; }, null, 10, Timeout.Infinite);
            Thread.Sleep(10);
            if (timer.Dispose(over)) over.WaitOne();
            running.ShouldBe(0);
        });
        yield return Judged.Fails("the disposal itself doesn't wait", () =>
        {
            var running = 0;
            var over = new ManualResetEvent(false);
            var timer = new Timer(_ => { running = 1; running = 0; }, null, 10, Timeout.Infinite);
            timer.Dispose(over);
            running.ShouldBe(0);
        }, FailureKind.DataRace, FailureKind.Assertion);
        yield return Judged.Holds("a second disposal tells nobody", () =>
        {
            using var over = new ManualResetEvent(false);
            var timer = new Timer(_ => { }, null, 10, Timeout.Infinite);
            timer.Dispose(over).ShouldBeTrue();
            timer.Dispose(over).ShouldBeFalse();
            over.WaitOne();
        });
        yield return Judged.Holds("an asynchronous disposal waits", async () =>
        {
            var running = 0;
            var timer = new Timer(_ => { running = 1; running = 0; }, null, 10, Timeout.Infinite);
            await Task.Delay(10);
            await timer.DisposeAsync();
            running.ShouldBe(0);
        });
        yield return Judged.Fails("one that is not awaited doesn't", async () =>
        {
            var running = 0;
            var timer = new Timer(_ => { running = 1; running = 0; }, null, 10, Timeout.Infinite);
            var disposal = timer.DisposeAsync();
            running.ShouldBe(0);
            await disposal;
        }, FailureKind.DataRace, FailureKind.Assertion);
        yield return Judged.Fails("a callback that disposes and waits for itself", () =>
        {
            using var over = new ManualResetEvent(false);
            using var ended = new ManualResetEvent(false);
            Timer? timer = null;
            timer = new Timer(_ => { timer!.Dispose(over); over.WaitOne(); ended.Set(); });
            timer.Change(10, Timeout.Infinite);
            ended.WaitOne();
        }, FailureKind.Deadlock, FailureKind.LostWakeUp);
    }

    [TestCaseSource(nameof(Disposed))]
    public void Who_disposes_of_it_may_wait_for_its_callbacks(Func<Verdict> explore, FailureKind[] kinds) =>
        Judged.Judge(explore, kinds);
}
