using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks that run a delegate: each is an operation of its own.</summary>
internal static class Started
{
    /// <param name="task">Made, not started: the real one, so that its end is the real one's.</param>
    internal static TTask Run<TTask>(Operation operation, TTask task,
        string site) where TTask : Task
    {
        var completion = Completion.OfWork(operation, task, site);
        Statuses.HasDelegate(operation, completion);
        Begin(operation, task, completion, site);
        return task;
    }

    internal static void Begin(Operation operation, Task task, Completion completion, string site)
    {
        var hasOwnThread = task.CreationOptions.HasFlag(TaskCreationOptions.LongRunning);
        // In the queue that all threads share, no thread that waits finds it.
        var isShared = task.CreationOptions.HasFlag(TaskCreationOptions.PreferFairness);
        if (!hasOwnThread && !isShared) Inlining.Prepare(operation, completion);
        Callback.Start(operation, null, () => Run(task, completion), false, false, completion, site,
            carrier: hasOwnThread ? Carrier.Own : Carrier.Pool);
    }

    private static void Run(Task task, Completion completion)
    {
        var operation = Hook.Current!;
        if (!Inlining.Begins(operation, completion)) return;
        RunHere(operation, task);
        Attached.WaitFor(operation, completion);
    }

    /// <summary>The delegate runs here, and the real task with it.</summary>
    internal static void RunHere(Operation operation, Task task)
    {
        // The real one is cancelled with its token as long as it has not begun: that is asked as an event.
        if (Cancellation.Of(operation, TokenOf(task)) is not null)
            Cancellation.IsRequestedOf(operation, TokenOf(task), "");
        // Cancelled before it could begin: the pool sees that when its turn comes.
        if (task.IsCompleted) return;
        operation.TaskDepth++;
        // RunSynchronously would block the thread until attached children are complete.
        Schedulers.RunOnPool(task);
        operation.TaskDepth--;
    }

    [System.Runtime.CompilerServices.UnsafeAccessor(
        System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "get_CancellationToken")]
    internal static extern CancellationToken TokenOf(Task task);

    /// <summary>A task that is complete when the one that the delegate returns is.</summary>
    internal static Task Unwrapped(
        Operation operation, Func<Task> body, string site, CancellationToken cancellation = default)
    {
        var source = new TaskCompletionSource();
        Unwrapped(operation, source.Task, body, source.SetFromTask, source.TrySetCanceled,
            source.SetException, site, cancellation);
        return source.Task;
    }

    internal static Task<T> Unwrapped<T>(
        Operation operation, Func<Task<T>> body, string site, CancellationToken cancellation = default)
    {
        var source = new TaskCompletionSource<T>();
        Unwrapped(operation, source.Task, body, source.SetFromTask, source.TrySetCanceled,
            source.SetException, site, cancellation);
        return source.Task;
    }

    private static void Unwrapped<TTask>(
        Operation operation, Task carrier, Func<TTask> body, Action<TTask> settle,
        Func<CancellationToken, bool> cancel, Action<Exception> fail, string site,
        CancellationToken cancellation) where TTask : Task
    {
        var completion = Completion.OfWork(operation, carrier, site);
        Callback.Start(operation, null, () =>
        {
            Hook.Current!.CurrentTask = completion;
            try
            {
                if (Cancellation.IsRequestedOf(Hooks.Hook.Current!, cancellation, site)) cancel(cancellation);
                else if (AsyncBody.ToItsEnd(body, completion, Follow) is not { } task) cancel(default);
                else if (completion.IsHandedOver) Hooks.Hook.Current!.Outcome = null;
                else settle(task);
            }
            catch (OperationCanceledException exception)
            {
                cancel(exception.CancellationToken);
            }
            catch (Exception exception) when (exception is not Unwinding)
            {
                fail(exception);
            }
        }, false, false, completion, site, carrier: Carrier.Pool);

        // Ended inside a call of another: who waits runs there as well.
        void Follow(Operation by, TTask task)
        {
            if (completion.Gate is null && completion.HasWaiter) throw by.Execution.Doubt();
            completion.Complete(by, site, () =>
            {
                Faulted.Observe(by, task);
                settle(task);
                return true;
            });
        }
    }
}
