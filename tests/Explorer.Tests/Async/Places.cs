using Interleavings.Tests.Oracle;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Places of the program's own, and programs that are looked at in more than one way.</summary>
internal static class Places
{
    /// <summary>Once for real, and once for the explorer.</summary>
    internal static void BothWays(Action program)
    {
        In((SynchronizationContext?)null, () => { program(); return Task.CompletedTask; });
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(1);
    }

    internal static Task In(Queueing queue, Func<Task> begin)
    {
        Task? begun = null;
        Task.Factory.StartNew(() => { begun = begin(); }, default, default, queue);
        queue.RunNext();
        return begun!;
    }

    internal static Task In(SynchronizationContext? context, Func<Task> begin)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        var begun = begin();
        SynchronizationContext.SetSynchronizationContext(before);
        return begun;
    }

    /// <summary>Every trace that sleep sets find, each once.</summary>
    internal static void ExploresAll(Action program, Outcome outcome = Outcome.Proved)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(outcome, verdict.ToString());
        verdict.Executions.ShouldBeGreaterThan(1);
        var found = TraceCounting.Optimal(program);
        var oracle = Search.Explore(
            new SleepSets(), program, found.IsExact, found.Insight);
        found.Traces.SetEquals(oracle.Traces)
            .ShouldBeTrue($"{found.Traces.Count} of {oracle.Traces.Count} traces");
        found.Executions.ShouldBe(found.Traces.Count);
        found.Redundant.ShouldBe(0);
    }

    internal sealed class Queueing : TaskScheduler
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

    internal sealed class Loop : SynchronizationContext
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
