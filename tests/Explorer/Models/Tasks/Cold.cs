using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks that are made, and started by a call of its own.</summary>
internal static class Cold
{
    internal static TTask Note<TTask>(TTask task, string site) where TTask : Task
    {
        if (Hook.Current is not { } operation || task.IsCompleted) return task;
        if (task.CreationOptions.HasFlag(TaskCreationOptions.AttachedToParent) && operation.TaskDepth > 0)
        {
            throw operation.Execution.Refuse("TaskCreationOptions.AttachedToParent",
                "wait for the child in the parent", site);
        }
        Completion.OfWork(operation, task, site);
        return task;
    }

    internal static TTask StartNew<TTask>(
        Operation operation, TTask task, TaskScheduler? scheduler, string site) where TTask : Task
    {
        // Cancelled already: the pool sees that when its turn comes.
        if (task.IsCompleted) return Started.Run(operation, task, site);
        Note(task, site);
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
        // The real one may be as it was made while its operation is still to begin.
        if (completion?.Worker is not null)
            throw new InvalidOperationException("Start may not be called on a task that was already started.");
        if (completion is null || task.Status != TaskStatus.Created)
        {
            // The real one says what is wrong.
            task.Start(scheduler);
            throw operation.Execution.Refuse("a task that others started", "start it inside", site);
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
