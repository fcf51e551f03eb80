using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks made first and started later.</summary>
public static partial class TaskModel
{
    public static Task New(Action action, string site) =>
        Cold.Note(new Task(action), site);

    public static Task New(Action action, CancellationToken cancellationToken, string site) =>
        Cold.Note(new Task(action, cancellationToken), site);

    public static Task New(Action action, TaskCreationOptions creationOptions, string site) =>
        Cold.Note(new Task(action, creationOptions), site);

    public static Task New(Action action, CancellationToken cancellationToken,
        TaskCreationOptions creationOptions, string site) =>
        Cold.Note(new Task(action, cancellationToken, creationOptions), site);

    public static Task New(Action<object?> action, object? state, string site) =>
        Cold.Note(new Task(action, state), site);

    public static Task New(Action<object?> action, object? state,
        CancellationToken cancellationToken, string site) =>
        Cold.Note(new Task(action, state, cancellationToken), site);

    public static Task New(Action<object?> action, object? state,
        TaskCreationOptions creationOptions, string site) =>
        Cold.Note(new Task(action, state, creationOptions), site);

    public static Task New(Action<object?> action, object? state,
        CancellationToken cancellationToken, TaskCreationOptions creationOptions, string site) =>
        Cold.Note(new Task(action, state, cancellationToken, creationOptions), site);

    public static void Start(Task task, string site)
    {
        if (Hook.Current is { } operation) Cold.Start(operation, task, null, site);
        else task.Start();
    }

    public static void Start(Task task, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is { } operation) Cold.Start(operation, task, scheduler, site);
        else task.Start(scheduler);
    }

    public static void RunSynchronously(Task task, string site)
    {
        if (Hook.Current is { } operation)
            Cold.RunSynchronously(operation, task, TaskScheduler.Current, site);
        else task.RunSynchronously();
    }

    public static void RunSynchronously(Task task, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
        {
            task.RunSynchronously(scheduler);
            return;
        }
        ArgumentNullException.ThrowIfNull(scheduler);
        Cold.RunSynchronously(operation, task, scheduler, site);
    }
}
