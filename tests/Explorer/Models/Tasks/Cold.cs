using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks that are made, and started by a call of its own.</summary>
internal static class Cold
{
    internal static TTask Note<TTask>(TTask task, string site) where TTask : Task
    {
        if (Hook.Current is not { } operation || task.IsCompleted) return task;
        if (Cancellation.Of(operation, Started.TokenOf(task)) is not null)
        {
            throw operation.Execution.Refuse("a task with a token that is made first and started later",
                "use Task.Run with the token", site);
        }
        return Keep(operation, task, TaskScheduler.Default, site);
    }

    private static TTask Keep<TTask>(
        Operation operation, TTask task, TaskScheduler scheduler, string site) where TTask : Task
    {
        var completion = scheduler == TaskScheduler.Default
            ? Completion.OfWork(operation, task, site)
            : Completion.New(operation, task, true, site);
        Attached.Note(operation, task, completion);
        Statuses.HasDelegate(operation, completion);
        return task;
    }

    /// <summary>The factory's own check, which comes before the task's.</summary>
    internal static T Given<T>(
        [NotNull] T? argument, [CallerArgumentExpression(nameof(argument))] string name = "")
        where T : class => argument ?? throw new ArgumentNullException(name);

    internal static TTask StartNew<TTask>(
        Operation operation, TTask task, TaskScheduler? scheduler, string site) where TTask : Task
    {
        scheduler ??= TaskScheduler.Current;
        var completion = Completion.Of(operation, Keep(operation, task, scheduler, site), site)!;
        // Nobody knows of it before it is queued.
        completion.IsQueued = true;
        // Cancelled already: the pool sees that when its turn comes.
        if (scheduler == TaskScheduler.Default) Started.Begin(operation, task, completion, site);
        else if (!task.IsCompleted) Schedulers.Start(operation, task, completion, scheduler, site);
        return task;
    }

    internal static void Start(Operation operation, Task task, TaskScheduler? scheduler,
        string site)
    {
        var completion = Completion.Of(operation, task, site);
        scheduler ??= TaskScheduler.Current;
        // The real one may be as it was made while its operation is still to begin.
        if (completion?.Worker is not null || completion?.Scheduler is not null)
            throw new InvalidOperationException("Start may not be called on a task that was already started.");
        if (completion is null || task.Status != TaskStatus.Created)
        {
            // The real one says what is wrong.
            task.Start(scheduler);
            throw operation.Execution.Refuse("a task that others started", "start it inside", site);
        }
        Statuses.Queues(operation, completion, site);
        if (scheduler == TaskScheduler.Default) Started.Begin(operation, task, completion, site);
        else Schedulers.Start(operation, task, completion, scheduler, site);
    }

    /// <summary>
    /// Runs it here, in the call. Only a scheduler of the program's own may refuse that, so it is asked.
    /// </summary>
    internal static void RunSynchronously(
        Operation operation, Task task, TaskScheduler scheduler, string site)
    {
        var completion = Completion.Of(operation, task, site);
        if (scheduler != TaskScheduler.Default)
        {
            throw operation.Execution.Refuse("Task.RunSynchronously in a scheduler of one's own",
                "call the delegate itself", site);
        }
        if (completion is null || completion.Worker is not null || completion.IsQueued
            || task.Status != TaskStatus.Created)
            throw new InvalidOperationException("RunSynchronously may not be called on a task that was already started.");
        Statuses.Queues(operation, completion, site);
        completion.IsQueued = true;
        Statuses.Begins(operation, completion);
        Started.RunHere(operation, task);
        if (operation.Execution.IsOver) throw new Unwinding();
        if (!Attached.IsLeftToChildren(operation, completion))
            completion.Complete(operation, site, () => completion.CompletedAt < 0);
        Tasks.Wait(operation, completion, Timeout.Infinite, site);
    }
}
