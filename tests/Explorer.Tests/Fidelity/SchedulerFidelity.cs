using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

/// <summary>A scheduler of the program's own, which runs its tasks when it is told to.</summary>
public class SchedulerFidelity
{
    [Test]
    public void Tasks_wait_in_its_queue() => Script.Compare(s =>
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var queue = new Queueing();
        var log = "";
        var one = Task.Factory.StartNew(() =>
            log += TaskScheduler.Current == queue, default, default, queue);
        var two = one.ContinueWith(_ => log += "b", default, TaskContinuationOptions.None, queue);
        var three = two.ContinueWith(t =>
            log += t.Status, default, TaskContinuationOptions.OnlyOnFaulted, queue);
        s.Do("before", () => $"{log} {one.IsCompleted} {queue.Count}");
        s.Do("first", () => queue.RunNext());
        s.Do("its log", () => $"{log} {one.Status} {queue.Count}");
        s.Do("second", () => queue.RunNext());
        s.Do("all", () => $"{log} {two.Result} {three.Status} {queue.Count}");
        s.Do("once more", () => queue.RunAgain(one));
        s.Do("inline", () =>
        {
            var inner = Task.Factory.StartNew(() => log += "i", default, default, queue);
            queue.RunsInline = true;
            inner.Wait();
            queue.RunsInline = false;
            return $"{log} {queue.RunNext()} {inner.Status}";
        });
        var cold = new Task(() => log += "c");
        cold.Start(queue);
        s.Do("cold", () => $"{queue.RunNext()} {cold.Status}");
        s.Do("Start again", () => cold.Start(queue));
        s.Do("a failure", () =>
        {
            var failing = Task.Factory.StartNew(() =>
                throw new IOException(), default, default, queue);
            queue.RunNext();
            return failing.Exception!.InnerException!.GetType().Name;
        });
        var source = new CancellationTokenSource();
        var cancelled = Task.Factory.StartNew(() => log += "x", source.Token, default, queue);
        source.Cancel();
        s.Do("cancelled", () => $"{cancelled.Status} {queue.RunNext()} {cancelled.IsCanceled}");
        s.Do("not its own", () => queue.RunAgain(Task.CompletedTask));
        s.Do("level", () => queue.MaximumConcurrencyLevel);
        s.Do("log", () => log);
    });

    [Test]
    public void An_await_goes_on_in_it() => Script.Compare(s =>
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var queue = new Queueing();
        var log = "";
        var ready = new TaskCompletionSource();
        var started = Task.Factory.StartNew(async () =>
        {
            log += "a";
            await ready.Task;
            log += TaskScheduler.Current == queue;
        }, default, default, queue).Unwrap();
        s.Do("begins", () => $"{queue.RunNext()} {log}");
        ready.SetResult();
        s.Do("waits for its turn", () => $"{started.IsCompleted} {log}");
        s.Do("goes on", () => $"{queue.RunNext()} {log}");
        s.Do("its end", () => started.Wait(-1));
    });

    [Test]
    public void Of_a_context() => Script.Compare(s =>
    {
        SynchronizationContext.SetSynchronizationContext(null);
        s.Do("of none", () => TaskScheduler.FromCurrentSynchronizationContext());
        var context = new Context();
        SynchronizationContext.SetSynchronizationContext(context);
        var scheduler = TaskScheduler.FromCurrentSynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(null);
        var log = "";
        var task = Task.Factory.StartNew(() => log += "a", default, default, scheduler);
        s.Do("before", () => $"{task.IsCompleted} {context.Posted.Count}");
        s.Do("posted", () =>
        {
            context.Posted.Dequeue()();
            return $"{task.Result} {scheduler.MaximumConcurrencyLevel}";
        });
        s.Do("base.Send", () =>
        {
            context.Send(_ => log += "s", null);
            return log;
        });
    });

    private sealed class Queueing : TaskScheduler
    {
        private readonly SemaphoreSlim _queued = new(0);
        private readonly System.Collections.Concurrent.ConcurrentQueue<Task> _tasks = [];

        internal bool RunsInline { get; set; }

        internal int Count => _tasks.Count;

        internal bool RunNext()
        {
            // Who completes a task may leave the rest to another thread.
            _queued.Wait();
            return _tasks.TryDequeue(out var task) && TryExecuteTask(task);
        }

        internal bool RunAgain(Task task) => TryExecuteTask(task);

        protected override void QueueTask(Task task)
        {
            _tasks.Enqueue(task);
            _queued.Release();
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            RunsInline && TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => _tasks;
    }

    private sealed class Context : SynchronizationContext
    {
        internal Queue<Action> Posted { get; } = [];

        public override void Post(SendOrPostCallback d, object? state) =>
            Posted.Enqueue(() => d(state));

        public override void Send(SendOrPostCallback d, object? state) => base.Send(d, state);
    }
}
