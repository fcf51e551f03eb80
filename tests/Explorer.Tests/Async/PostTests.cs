using System.Threading.Channels;
using System.Threading.Tasks.Sources;
using NUnit.Framework;
using Shouldly;
using static Interleavings.Tests.Async.Places;

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
}
