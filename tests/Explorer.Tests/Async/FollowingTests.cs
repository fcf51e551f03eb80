using System.Collections.Concurrent;
using System.Threading.Channels;
using Interleavings.Models;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Tasks that follow others, and what ends a wait: in every order.</summary>
public class FollowingTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        // It has ended when it is asked; it ends first; time is up first, and it ends before or after
        // that is seen.
        yield return Case("WaitAsync, by the clock", 4, async () =>
        {
            var work = Task.Run(() => { });
            await work.WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await work;
        });
        yield return Case("WaitAsync, by a token", null, async () =>
        {
            var canceller = new CancellationTokenSource();
            var ready = new TaskCompletionSource();
            var waits = ready.Task.WaitAsync(canceller.Token);
            var cancels = Task.Run(() => canceller.Cancel());
            ready.SetResult();
            await waits.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await cancels;
        });
        // Who is first, and who is seen to be complete.
        yield return Case("WhenEach", null, async () =>
        {
            var order = 0;
            var (one, two) = (Task.Run(() => 1), Task.Run(() => 2));
            await foreach (var each in Task.WhenEach(one, two)) order = order * 10 + await each;
            order.ShouldBeOneOf(12, 21);
        });
        yield return Case("Unwrap", null, async () =>
            await Task.Factory.StartNew(async () => await Task.Yield()).Unwrap());
        yield return Case("ContinueWith, by a token", null, async () =>
        {
            var canceller = new CancellationTokenSource();
            var work = Task.Run(() => { });
            var next = work.ContinueWith(_ => { }, canceller.Token);
            canceller.Cancel();
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await work;
        });
        // Cancelled at once, if the task has ended by then; or when it ends.
        yield return Case("ContinueWith, on a condition", 2, async () =>
        {
            var work = Task.Run(() => { });
            var next = work.ContinueWith(_ => { }, TaskContinuationOptions.OnlyOnFaulted);
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            next.IsCanceled.ShouldBeTrue();
        });
        // The alarm goes off before it is disposed of, or never.
        yield return Case("a source that is disposed of", 2, () =>
        {
            using (new CancellationTokenSource(10))
            {
            }
            return Task.CompletedTask;
        });
        yield return Case("a source that is used again", 2, () =>
        {
            var source = new CancellationTokenSource(10);
            if (source.TryReset()) source.IsCancellationRequested.ShouldBeFalse();
            return Task.CompletedTask;
        });
        yield return Case("a token's handle", null, async () =>
        {
            var source = new CancellationTokenSource();
            var waits = Task.Run(() => source.Token.WaitHandle.WaitOne());
            source.Cancel();
            await waits;
        });
        // Two reads and two writes.
        yield return Case("ForAsync", 4, () =>
        {
            var count = 0;
            return Parallel.ForAsync(0, 2, (_, _) =>
            {
                Volatile.Write(ref count, Volatile.Read(ref count) + 1);
                return default;
            });
        });
        yield return Case("ForEachAsync, a stream", null, () =>
        {
            var last = 0;
            return Parallel.ForEachAsync(Two(), (item, _) =>
            {
                Volatile.Write(ref last, item);
                return default;
            });
        });
        yield return Case("a scheduler that passes on", null, async () =>
        {
            var last = 0;
            var passing = new Passing();
            await Task.WhenAll(
                Task.Factory.StartNew(() => Volatile.Write(ref last, 1), default, default, passing),
                Task.Factory.StartNew(() => Volatile.Write(ref last, 2), default, default, passing));
        });
        yield return Case("a barrier left", null, async () =>
        {
            var source = new CancellationTokenSource();
            var barrier = new Barrier(2);
            var arrives = Task.Run(() => Ended(() => barrier.SignalAndWait(source.Token)));
            source.Cancel();
            await arrives;
        });
        yield return Case("a countdown left", null, async () =>
        {
            var source = new CancellationTokenSource();
            var countdown = new CountdownEvent(1);
            var waits = Task.Run(() => Ended(() => countdown.Wait(source.Token)));
            var cancels = Task.Run(source.Cancel);
            countdown.Signal();
            await Task.WhenAll(waits, cancels);
        });
        yield return Case("a collection left", null, async () =>
        {
            var source = new CancellationTokenSource();
            var items = new BlockingCollection<int>();
            var takes = Task.Run(() => Ended(() => items.Take(source.Token)));
            var cancels = Task.Run(source.Cancel);
            items.Add(1);
            await Task.WhenAll(takes, cancels);
        });
        // When they are asked for, both have ended, or one, or the other: 3. If none has, either ends
        // first, and that is seen before or after the other ends: 4.
        yield return Case("WhenAny", 7, async () =>
        {
            var (one, two) = (Task.Run(() => { }), Task.Run(() => { }));
            await Task.WhenAny(one, two);
            await Task.WhenAll(one, two);
        });
        yield return Case("CancelAfter against completion", null, async () =>
        {
            using var source = new CancellationTokenSource(10);
            var done = new TaskCompletionSource();
            var work = Task.Run(() => done.TrySetResult());
            await done.Task.WaitAsync(source.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await work;
        });
        // Read before it is written, or after.
        yield return Case("unbounded channel", 2, async () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            var writes = Task.Run(() => channel.Writer.TryWrite(1));
            await channel.Reader.ReadAsync();
            await writes;
        });
        // The first is read before it is written, or after; in either case the same for the second. Or
        // both are written before the first is read: then the second waits for room.
        yield return Case("bounded channel of 1", 5, async () =>
        {
            var channel = Channel.CreateBounded<int>(1);
            var writes = Task.Run(async () =>
            {
                await channel.Writer.WriteAsync(1);
                await channel.Writer.WriteAsync(2);
            });
            await channel.Reader.ReadAsync();
            await channel.Reader.ReadAsync();
            await writes;
        });
    }

    private static IEnumerable<TestCaseData> Streams()
    {
        yield return Case("await foreach by two flows", null, async () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            channel.Writer.TryWrite(1);
            channel.Writer.TryComplete();
            var sum = 0;
            async Task Read()
            {
                await foreach (var item in channel.Reader.ReadAllAsync())
                    Interlocked.Add(ref sum, item);
            }
            await Task.WhenAll(Task.Run(Read), Task.Run(Read));
            sum.ShouldBe(1);
        });
    }

    [TestCaseSource(nameof(Streams))]
    [TestCaseSource(nameof(Programs))]
    public void Explores_what_there_is(int? traces, Func<Task> program)
    {
        Action body = () => AsyncBody.Run(program);
        var found = TraceCounting.Optimal(body);
        var oracle = Search.Explore(new SleepSets(), body, found.IsExact);

        TestContext.Out.WriteLine($"{found.Traces.Count} traces, {found.Redundant} cut");
        found.Traces.SetEquals(oracle.Traces)
            .ShouldBeTrue($"{found.Traces.Count} of {oracle.Traces.Count} traces");
        found.Executions.ShouldBe(found.Traces.Count);
        if (traces is { } expected) found.Traces.Count.ShouldBe(expected);
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static IEnumerable<TestCaseData> Mistakes()
    {
        yield return Wrong("nobody promised that there is time", FailureKind.Exception, async () =>
        {
            var work = Task.Run(() => { });
            try { await work.WaitAsync(TimeSpan.FromHours(1)); }
            finally { await work; }
        });
        yield return Wrong("WhenEach in the order of the array", FailureKind.Assertion, async () =>
        {
            var order = 0;
            await foreach (var each in Task.WhenEach(Task.Run(() => 1), Task.Run(() => 2)))
                order = order * 10 + await each;
            order.ShouldBe(12);
        });
        yield return Wrong("StartNew without Unwrap", FailureKind.Assertion, async () =>
        {
            var done = false;
            var inner = await Task.Factory.StartNew(async () =>
            {
                await Task.Yield();
                Volatile.Write(ref done, true);
            });
            Volatile.Read(ref done).ShouldBeTrue();
            await inner;
        });
        yield return Wrong("a race between a body and a stream", FailureKind.DataRace, () =>
        {
            var count = 0;
            async IAsyncEnumerable<int> Items()
            {
                await Task.Yield();
                yield return 1;
                count++;
            }
            return Parallel.ForEachAsync(Items(), (_, _) =>
            {
                count++;
                return default;
            });
        });
        yield return Wrong("a scheduler that forgets", FailureKind.Deadlock, async () =>
            await Task.Factory.StartNew(() => { }, default, default, new Forgetting()));
        yield return Wrong("disposed while it is used", FailureKind.Exception, async () =>
        {
            Task waits;
            using (var semaphore = new SemaphoreSlim(1))
                waits = Task.Run(() => semaphore.Wait());
            await waits;
        });
    }

    [TestCaseSource(nameof(Mistakes))]
    public void Finds(FailureKind kind, Func<Task> program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(kind, verdict.ToString());
    }

    /// <summary>A clock that has not been asked is not in anybody's way.</summary>
    [Test]
    public void Time_goes_on_as_alarms_go_off()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var start = TimeProvider.System.GetTimestamp();
            await Task.Delay(5);
            TimeProvider.System.GetElapsedTime(start).ShouldBe(TimeSpan.FromMilliseconds(5));
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_second_call_is_told_from_the_first()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var count = 0;
            async Task Add()
            {
                await Task.Yield();
                count++;
            }
            await Task.WhenAll(Add(), Add());
            count.ShouldBe(2);
        });
        verdict.Failure!.Operations.Select(o => o.Name).ShouldBe([null, "Add", "Add, 2nd call"]);
    }

    private static async IAsyncEnumerable<int> Two()
    {
        yield return 1;
        await Task.Yield();
        yield return 2;
    }

    private static void Ended(Action wait)
    {
        try { wait(); }
        catch (OperationCanceledException) { }
    }

    private sealed class Passing : TaskScheduler
    {
        protected override void QueueTask(Task task) =>
            ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            false;

        protected override IEnumerable<Task>? GetScheduledTasks() => null;
    }

    private sealed class Forgetting : TaskScheduler
    {
        protected override void QueueTask(Task task)
        {
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            false;

        protected override IEnumerable<Task>? GetScheduledTasks() => null;
    }

    private static TestCaseData Case(string name, int? traces, Func<Task> program) =>
        new TestCaseData(traces, program).SetArgDisplayNames(name);

    private static TestCaseData Wrong(string name, FailureKind kind, Func<Task> program) =>
        new TestCaseData(kind, program).SetArgDisplayNames(name);
}
