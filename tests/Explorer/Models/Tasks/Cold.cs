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
        Completion.New(operation, task, false, site);
        return task;
    }

    internal static TTask StartNew<TTask>(
        Operation operation, TTask task, TaskScheduler? scheduler, string site) where TTask : Task
    {
        if (Started.IsCancelled(operation, task, site)) return task;
        Completion.New(operation, task, false, site);
        Start(operation, task, scheduler ?? TaskScheduler.Current, site);
        return task;
    }

    internal static void Start(Operation operation, Task task, TaskScheduler? scheduler, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        var completion = Completion.Of(operation, task, site);
        scheduler ??= TaskScheduler.Current;
        if (scheduler != TaskScheduler.Default)
        {
            throw operation.Execution.Refuse("a TaskScheduler of one's own",
                "use a SynchronizationContext, or the default scheduler", site);
        }
        if (completion is null || completion.Worker is not null)
        {
            // The real one says what is wrong.
            task.Start(scheduler);
            throw new InvalidOperationException("Start may not be called on a task that was already started.");
        }
        Started.Begin(operation, task, completion, site);
    }

    /// <summary>The status of a task that isn't complete.</summary>
    internal static TaskStatus Status(Operation operation, Task task) =>
        task.Status is TaskStatus.Created
        && Completion.Of(operation, task, "")?.Worker is not null ? TaskStatus.Running : task.Status switch
        {
            TaskStatus.Created => TaskStatus.Created,
            TaskStatus.Running => TaskStatus.Running,
            _ => TaskStatus.WaitingForActivation,
        };
}
