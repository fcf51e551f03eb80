using System.Threading.Channels;
using System.Threading.Tasks.Sources;
using Interleavings.Tests.Oracle;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>
/// Who waits with a context or a scheduler of its own is handed to it in the very call that completes
/// what is awaited, and where .NET says so, runs right there.
/// </summary>
public class PostTests
{
    private static IEnumerable<TestCaseData> Sources()
    {
        yield return Source("a source", () =>
        {
            var ready = new TaskCompletionSource();
            return (async () => await ready.Task, ready.SetResult);
        }, runsHere: true);
        yield return Source("a source, later", () =>
        {
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (async () => await ready.Task, ready.SetResult);
        });
        yield return Source("a source, cancelled", () =>
        {
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (async () => await ready.Task.ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext),
                ready.SetCanceled);
        });
        yield return Source("a semaphore", () =>
        {
            var permits = new SemaphoreSlim(0);
            return (async () => await permits.WaitAsync(), () => permits.Release());
        });
        yield return Source("a channel that is read", () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            return (async () => await channel.Reader.ReadAsync(), () => channel.Writer.TryWrite(1));
        });
        yield return Source("a channel that is looked at", () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            return (async () => await channel.Reader.WaitToReadAsync(), () => channel.Writer.Complete());
        });
        yield return Source("a channel that is full", () =>
        {
            var channel = Channel.CreateBounded<int>(1);
            channel.Writer.TryWrite(1);
            return (async () => await channel.Writer.WriteAsync(2), () => channel.Reader.TryRead(out _));
        });
        yield return Source("a channel's end", () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            return (async () => await channel.Reader.Completion, () => channel.Writer.Complete());
        });
        yield return Source("a channel that runs who waits", () =>
        {
            var channel = Channel.CreateUnbounded<int>(new() { AllowSynchronousContinuations = true });
            return (async () => await channel.Reader.ReadAsync(), () => channel.Writer.TryWrite(1));
        }, runsHere: true);
        yield return Source("a source of values", () =>
        {
            var source = new Values();
            return (async () => await new ValueTask(source, 0), source.Set);
        });
        yield return Source("a timer that is disposed of", () =>
        {
            var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan);
            return (async () => await timer.WaitForNextTickAsync(), timer.Dispose);
        });
        yield return Source("an awaiter that is asked by hand", () =>
        {
            var (ready, done) = (new TaskCompletionSource(), new TaskCompletionSource());
            return (() =>
            {
                ready.Task.GetAwaiter().OnCompleted(done.SetResult);
                return done.Task;
            }, ready.SetResult);
        }, runsHere: true);
    }

    /// <summary>Once for real, and once for the explorer.</summary>
    [TestCaseSource(nameof(Sources))]
    public void Is_posted_by_who_completes_it(Func<(Func<Task>, Action)> make, bool runsHere)
    {
        BothWays(() =>
        {
            var loop = new Loop();
            var (waits, completes) = make();
            var all = In(loop, waits);
            completes();
            AsyncPrograms.Check(!all.IsCompleted);
            loop.Drain();
            AsyncPrograms.Check(all.IsCompleted);
        });
    }

    [TestCaseSource(nameof(Sources))]
    public void Runs_on_the_spot_only_where_it_may(Func<(Func<Task>, Action)> make, bool runsHere)
    {
        BothWays(() =>
        {
            var loop = new Loop();
            var (waits, completes) = make();
            var all = In(loop, waits);
            loop.Post(_ =>
            {
                completes();
                AsyncPrograms.Check(all.IsCompleted == runsHere);
            }, null);
            loop.Drain();
            AsyncPrograms.Check(all.IsCompleted);
        });
    }

    /// <summary>With no place of their own, those who wait run there too, if anybody does.</summary>
    [TestCase("a source"), TestCase("a channel that runs who waits"), TestCase("a source of values")]
    [TestCase("a timer that is disposed of"), TestCase("an awaiter that is asked by hand")]
    public void Without_a_place_it_runs_on_the_spot(string name)
    {
        var make = (Func<(Func<Task>, Action)>)Sources().Single(s => s.ArgDisplayNames![0] == name).Arguments[0]!;
        BothWays(() =>
        {
            var (waits, completes) = make();
            var all = waits();
            completes();
            AsyncPrograms.Check(all.IsCompleted);
        });
    }

    [TestCaseSource(nameof(Sources))]
    public void Is_queued_by_who_completes_it(Func<(Func<Task>, Action)> make, bool runsHere)
    {
        BothWays(() =>
        {
            var queue = new Queueing();
            var (waits, completes) = make();
            var all = In(queue, waits);
            completes();
            AsyncPrograms.Check(!all.IsCompleted);
            AsyncPrograms.Check(queue.RunNext());
            AsyncPrograms.Check(all.IsCompleted);
        });
    }

    [TestCaseSource(nameof(Sources))]
    public void Runs_in_its_scheduler_only_where_it_may(Func<(Func<Task>, Action)> make, bool runsHere)
    {
        BothWays(() =>
        {
            var queue = new Queueing { RunsInline = true };
            var (waits, completes) = make();
            var all = In(queue, waits);
            var ranHere = false;
            _ = In(queue, () =>
            {
                completes();
                ranHere = all.IsCompleted;
                return all;
            });
            AsyncPrograms.Check(ranHere == runsHere);
            while (queue.RunNext()) { }
            AsyncPrograms.Check(all.IsCompleted);
        });
    }

    /// <summary>It may be complete before it is awaited, while it is, or after.</summary>
    [TestCaseSource(nameof(Sources))]
    public void Whoever_is_first_has_posted_it(Func<(Func<Task>, Action)> make, bool runsHere)
    {
        ExploresAll(() =>
        {
            var loop = new Loop();
            var (waits, completes) = make();
            var completing = Task.Run(completes);
            var all = In(loop, waits);
            completing.Wait();
            loop.Drain();
            AsyncPrograms.Check(all.IsCompleted);
        });
    }

    [TestCaseSource(nameof(Sources))]
    public void Whoever_is_first_has_queued_it(Func<(Func<Task>, Action)> make, bool runsHere)
    {
        ExploresAll(() =>
        {
            var queue = new Queueing();
            var (waits, completes) = make();
            var completing = new Thread(() => completes());
            completing.Start();
            var all = In(queue, waits);
            completing.Join();
            while (queue.RunNext()) { }
            AsyncPrograms.Check(all.IsCompleted);
        });
    }

    /// <summary>Two who wait for the same, in one context, and two who let one go on.</summary>
    [Test]
    public void Two_are_posted_by_two()
    {
        ExploresAll(() =>
        {
            var loop = new Loop();
            var permits = new SemaphoreSlim(0);
            var last = 0;
            Task one = In(loop, () => Waits(1)), two = In(loop, () => Waits(2));
            Task.WaitAll(Task.Run(() => permits.Release()), Task.Run(() => permits.Release()));
            loop.Drain();
            AsyncPrograms.Check(one.IsCompleted && two.IsCompleted && last > 0);

            async Task Waits(int number)
            {
                await permits.WaitAsync();
                last = number;
            }
        });
    }

    private static IEnumerable<TestCaseData> Ends()
    {
        yield return End("a semaphore, or time is up", async token =>
        {
            using var permits = new SemaphoreSlim(0);
            return await permits.WaitAsync(10, token);
        });
        yield return End("a channel", async token =>
        {
            var channel = Channel.CreateUnbounded<int>();
            return await channel.Reader.WaitToReadAsync(token);
        });
        yield return End("a channel's items", async token =>
        {
            var channel = Channel.CreateUnbounded<int>();
            await foreach (var item in channel.Reader.ReadAllAsync(token)) AsyncPrograms.Check(item == 0);
            return true;
        });
        yield return End("a source, later", async token =>
        {
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await ready.Task.WaitAsync(token);
            return true;
        });
        yield return End("all and any", async token =>
        {
            var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = token.Register(() => ready.TrySetCanceled(token));
            await Task.WhenAll(Task.WhenAny(ready.Task, Task.Delay(-1)), ready.Task);
            return true;
        });
        yield return End("a tick", async token =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            return await timer.WaitForNextTickAsync(token);
        });
    }

    /// <summary>Nothing is lost in a context, whoever ends the wait.</summary>
    [TestCaseSource(nameof(Ends))]
    public void Comes_back_when_it_is_cancelled(Func<CancellationToken, Task<bool>> waits)
    {
        ExploresAll(() =>
        {
            var loop = new Loop();
            var source = new CancellationTokenSource();
            var cancels = Task.Run(source.Cancel);
            var all = In(loop, () => waits(source.Token));
            cancels.Wait();
            loop.RunUntil(all);
            _ = all.Exception;
        });
    }

    private static void ExploresAll(Action program, Outcome outcome = Outcome.Proved)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(outcome, verdict.ToString());
        verdict.Executions.ShouldBeGreaterThan(1);
        var found = TraceCounting.Optimal(program);
        var oracle = Search.Explore(new SleepSets(), program, found.IsExact);
        found.Traces.SetEquals(oracle.Traces)
            .ShouldBeTrue($"{found.Traces.Count} of {oracle.Traces.Count} traces");
        found.Executions.ShouldBe(found.Traces.Count);
        found.Redundant.ShouldBe(0);
    }

    [TestCase(TaskCreationOptions.None)]
    [TestCase(TaskCreationOptions.RunContinuationsAsynchronously)]
    public void What_continues_in_a_scheduler_is_queued_at_once(TaskCreationOptions options)
    {
        BothWays(() =>
        {
            var queue = new Queueing();
            var ready = new TaskCompletionSource(options);
            var next = ready.Task.ContinueWith(_ => { }, queue);
            var unfit = ready.Task.ContinueWith(_ => { }, default, TaskContinuationOptions.OnlyOnFaulted, queue);
            var source = new CancellationTokenSource();
            var cancelled = ready.Task.ContinueWith(_ => { }, source.Token, default, queue);
            source.Cancel();
            AsyncPrograms.Check(cancelled.IsCanceled);
            ready.SetResult();
            AsyncPrograms.Check(unfit.IsCanceled);
            AsyncPrograms.Check(queue.RunNext());
            AsyncPrograms.Check(next.IsCompleted);
            AsyncPrograms.Check(!queue.RunNext());
        });
    }

    /// <summary>What completes it: a thread, the pool, or a task that has a thread of its own.</summary>
    [TestCase("thread", false), TestCase("pool", true), TestCase("long", false)]
    public void A_scheduler_is_asked_on_the_pool_only(string where, bool runsHere)
    {
        BothWays(() =>
        {
            var queue = new Queueing { RunsInline = true };
            var ready = new TaskCompletionSource();
            var all = In(queue, async () => await ready.Task);
            var ranHere = false;
            var thread = new Thread(Completes);
            var options = where == "long" ? TaskCreationOptions.LongRunning : TaskCreationOptions.None;
            if (where == "thread") thread.Start();
            else Task.Factory.StartNew(Completes, default, options, TaskScheduler.Default).Wait();
            if (where == "thread") thread.Join();
            AsyncPrograms.Check(ranHere == runsHere);
            while (queue.RunNext()) { }

            void Completes()
            {
                ready.SetResult();
                ranHere = all.IsCompleted;
            }
        });
    }

    /// <summary>A channel that runs who waits never asks a scheduler: either it is there, or it queues.</summary>
    [TestCase(true, false), TestCase(false, true)]
    public void A_channel_asks_no_scheduler(bool runsInline, bool isThere)
    {
        BothWays(() =>
        {
            var queue = new Queueing { RunsInline = runsInline };
            var channel = Channel.CreateUnbounded<int>(new() { AllowSynchronousContinuations = true });
            var all = In(queue, async () => await channel.Reader.ReadAsync());
            var ranHere = false;
            if (isThere) _ = In(queue, () => { Writes(); return all; });
            else Task.Run(Writes).Wait();
            AsyncPrograms.Check(ranHere == isThere);
            while (queue.RunNext()) { }

            void Writes()
            {
                channel.Writer.TryWrite(1);
                ranHere = all.IsCompleted;
            }
        });
    }

    /// <summary>Unlike a task, these don't ask where they are.</summary>
    [TestCase("a channel that runs who waits"), TestCase("a source of values")]
    [TestCase("a timer that is disposed of")]
    public void In_another_place_it_runs_on_the_spot(string name)
    {
        var make = (Func<(Func<Task>, Action)>)Sources().Single(s => s.ArgDisplayNames![0] == name).Arguments[0]!;
        BothWays(() =>
        {
            var loop = new Loop();
            var (waits, completes) = make();
            var all = waits();
            loop.Post(_ =>
            {
                completes();
                AsyncPrograms.Check(all.IsCompleted);
            }, null);
            loop.Drain();
        });
    }

    /// <summary>As a task, it has the rules of a task; and who waits for that waits a moment longer.</summary>
    [Test]
    public void A_value_made_a_task_follows_a_tasks_rules()
    {
        BothWays(() =>
        {
            var loop = new Loop();
            var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan);
            var all = In(loop, async () => await timer.WaitForNextTickAsync().AsTask());
            loop.Post(_ => { timer.Dispose(); AsyncPrograms.Check(all.IsCompleted); }, null);
            loop.Drain();
        });
        var verdict = Explorer.Explore(() =>
        {
            var loop = new Loop();
            var channel = Channel.CreateUnbounded<int>();
            var all = In(loop, async () => await channel.Reader.ReadAsync().AsTask());
            channel.Writer.TryWrite(1);
            loop.Drain();
            AsyncPrograms.Check(all.IsCompleted);
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [TestCase(TaskCreationOptions.None, "2|1A")]
    [TestCase(TaskCreationOptions.RunContinuationsAsynchronously, "|A12")]
    public void What_continues_in_a_scheduler_goes_before_who_awaits(TaskCreationOptions options, string order)
    {
        BothWays(() =>
        {
            var log = "";
            var (queue, eager) = (new Queueing(), new Queueing { RunsInline = true });
            var ready = new TaskCompletionSource(options);
            _ = In(queue, async () => { await ready.Task; log += "A"; });
            _ = ready.Task.ContinueWith(_ => log += "1", queue);
            _ = ready.Task.ContinueWith(
                _ => log += "2", default, TaskContinuationOptions.ExecuteSynchronously, eager);
            ready.SetResult();
            log += "|";
            while (queue.RunNext()) { }
            while (eager.RunNext()) { }
            AsyncPrograms.Check(log == order);
        });
    }

    /// <summary>Who waits is run by who cancels, too, and may keep it from going on.</summary>
    [TestCase(true), TestCase(false)]
    public void Who_ends_a_wait_for_a_tick_runs_what_follows(bool disposes)
    {
        var verdict = Explorer.Explore(() =>
        {
            var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan);
            var source = new CancellationTokenSource();
            var gate = new ManualResetEventSlim();
            var all = Waits();
            if (disposes) timer.Dispose();
            else source.Cancel();
            gate.Set();
            all.Wait();

            async Task Waits()
            {
                try
                {
                    await timer.WaitForNextTickAsync(source.Token);
                }
                catch (OperationCanceledException)
                {
                    // As it is meant to be.
                }
                gate.Wait();
            }
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock, verdict.ToString());
    }

    /// <summary>Who has announced to dispose of a timer ends whichever wait there is by then.</summary>
    [Test]
    public void Two_ticks_may_come_before_the_timer_is_disposed_of()
    {
        var verdict = Explorer.Explore(async () =>
        {
            var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            var disposes = Task.Run(timer.Dispose);
            var (_, second) = (await timer.WaitForNextTickAsync(), await timer.WaitForNextTickAsync());
            await disposes;
            AsyncPrograms.Check(!second);
        });
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [TestCase(true), TestCase(false)]
    public void Two_waits_for_a_tick_against_who_disposes(bool hasContext)
    {
        ExploresAll(() =>
        {
            var context = hasContext ? new Loop() : null;
            var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            var last = 0;
            var disposing = new Thread(() => { timer.Dispose(); Volatile.Write(ref last, 2); });
            disposing.Start();
            _ = In(context, async () =>
            {
                await timer.WaitForNextTickAsync();
                await timer.WaitForNextTickAsync();
                Volatile.Write(ref last, 3);
            });
            disposing.Join();
            context?.Drain();
        }, Outcome.Broken);
    }

    private static void BothWays(Action program)
    {
        In((SynchronizationContext?)null, () => { program(); return Task.CompletedTask; });
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(1);
    }

    private static Task In(Queueing queue, Func<Task> begin)
    {
        Task? begun = null;
        Task.Factory.StartNew(() => { begun = begin(); }, default, default, queue);
        queue.RunNext();
        return begun!;
    }

    private static Task In(SynchronizationContext? context, Func<Task> begin)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        var begun = begin();
        SynchronizationContext.SetSynchronizationContext(before);
        return begun;
    }

    private static TestCaseData End(string name, Func<CancellationToken, Task<bool>> waits) =>
        new TestCaseData(waits).SetArgDisplayNames(name);

    private static TestCaseData Source(
        string name, Func<(Func<Task> Waits, Action Completes)> make, bool runsHere = false) =>
        new TestCaseData(make, runsHere).SetArgDisplayNames(name);

    /// <summary>Who gives way, or completes a task, hands the rest to its context there and then.</summary>
    [TestCase(false), TestCase(true)]
    public void What_has_a_context_is_posted_at_once(bool isCompleted)
    {
        var verdict = Explorer.Explore(() =>
        {
            var loop = new Loop();
            SynchronizationContext.SetSynchronizationContext(loop);
            var ready = new TaskCompletionSource();
            var all = Waits();
            if (isCompleted)
            {
                loop.Drain();
                AsyncPrograms.Check(!all.IsCompleted);
                SynchronizationContext.SetSynchronizationContext(null);
                ready.SetResult();
                AsyncPrograms.Check(!all.IsCompleted);
            }
            loop.Drain();
            AsyncPrograms.Check(all.IsCompleted);

            async Task Waits()
            {
                if (isCompleted) await ready.Task;
                await Task.Yield();
                await Task.Yield();
            }
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(1);
    }

    [Test]
    public void A_task_that_another_thread_completes_is_posted_from_there()
    {
        var verdict = Explorer.Explore(() =>
        {
            var loop = new Loop();
            SynchronizationContext.SetSynchronizationContext(loop);
            var ready = new TaskCompletionSource();
            var all = Waits();
            Task.Run(() => ready.SetResult()).Wait();
            loop.Drain();
            AsyncPrograms.Check(all.IsCompleted);

            async Task Waits() => await ready.Task;
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void What_follows_on_the_spot_is_posted_from_there_as_well()
    {
        var verdict = Explorer.Explore(() =>
        {
            var loop = new Loop();
            SynchronizationContext.SetSynchronizationContext(loop);
            var ready = new TaskCompletionSource();
            var all = Waits();
            ready.SetResult();
            loop.Drain();
            AsyncPrograms.Check(all.IsCompleted);

            async Task Waits() => await ready.Task.ContinueWith(_ => { }, default,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private sealed class Values : IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<int> _core;

        internal void Set() => _core.SetResult(1);

        public void GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token,
            ValueTaskSourceOnCompletedFlags flags) => _core.OnCompleted(continuation, state, token, flags);
    }

    private sealed class Queueing : TaskScheduler
    {
        private readonly Queue<Task> _tasks = new();

        internal bool RunsInline { get; init; }

        internal bool RunNext() => Next() is { } task && TryExecuteTask(task);

        protected override void QueueTask(Task task)
        {
            lock (_tasks) _tasks.Enqueue(task);
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            RunsInline && !taskWasPreviouslyQueued && TryExecuteTask(task);

        protected override IEnumerable<Task>? GetScheduledTasks() => null;

        private Task? Next()
        {
            lock (_tasks) return _tasks.TryDequeue(out var next) ? next : null;
        }
    }

    private sealed class Loop : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback, object?)> _posted = new();

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_posted)
            {
                _posted.Enqueue((d, state));
                Monitor.Pulse(_posted);
            }
        }

        internal void Drain()
        {
            var before = Current;
            SetSynchronizationContext(this);
            while (Next() is var (d, state)) d(state);
            SetSynchronizationContext(before);
        }

        /// <summary>What never comes is a deadlock.</summary>
        internal void RunUntil(Task ended)
        {
            while (!ended.IsCompleted)
            {
                lock (_posted)
                {
                    while (_posted.Count == 0) Monitor.Wait(_posted);
                }
                Drain();
            }
        }

        private (SendOrPostCallback, object?)? Next()
        {
            lock (_posted) return _posted.TryDequeue(out var next) ? next : null;
        }
    }
}
