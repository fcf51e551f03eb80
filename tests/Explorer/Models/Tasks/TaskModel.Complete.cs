using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks that are complete from the start, or by the clock.</summary>
public static partial class TaskModel
{
    public static Task get_CompletedTask(string site) => Task.CompletedTask;

    public static Task<TResult> FromResult<TResult>(TResult result, string site) =>
        Task.FromResult(result);

    public static Task FromException(Exception exception, string site) =>
        Task.FromException(exception);

    public static Task<TResult> FromException<TResult>(Exception exception, string site) =>
        Task.FromException<TResult>(exception);

    public static Task FromCanceled(CancellationToken cancellationToken, string site) =>
        Task.FromCanceled(cancellationToken);

    public static Task<TResult> FromCanceled<TResult>(
        CancellationToken cancellationToken, string site) =>
        Task.FromCanceled<TResult>(cancellationToken);

    public static Task Delay(int millisecondsDelay, string site) => Hook.Current is { } operation
        ? Delays.Of(operation, Limits.Of(millisecondsDelay, nameof(millisecondsDelay)), default,
            site)
        : Task.Delay(millisecondsDelay);

    public static Task Delay(
        int millisecondsDelay, CancellationToken cancellationToken, string site) => Hook.Current is { } operation
        ? Delays.Of(operation, Limits.Of(millisecondsDelay, nameof(millisecondsDelay)),
            cancellationToken, site)
        : Task.Delay(millisecondsDelay, cancellationToken);

    public static Task Delay(TimeSpan delay, string site) => Hook.Current is { } operation
        ? Delays.Of(operation, Limits.Of(delay, nameof(delay)), default, site)
        : Task.Delay(delay);

    public static Task Delay(
        TimeSpan delay, CancellationToken cancellationToken, string site) => Hook.Current is { } operation
        ? Delays.Of(operation, Limits.Of(delay, nameof(delay)), cancellationToken, site)
        : Task.Delay(delay, cancellationToken);

    public static Task Delay(TimeSpan delay, TimeProvider timeProvider, string site) =>
        Delay(delay, timeProvider, default, site);

    public static Task Delay(TimeSpan delay, TimeProvider timeProvider,
        CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation)
            return Task.Delay(delay, timeProvider, cancellationToken);
        var milliseconds = Limits.Of(delay, nameof(delay));
        ArgumentNullException.ThrowIfNull(timeProvider);
        return timeProvider == TimeProvider.System || milliseconds <= 0
            ? Delays.Of(operation, milliseconds, cancellationToken, site)
            : Delays.By(operation, timeProvider, delay, cancellationToken, site);
    }

    /// <summary>The real one counts all tasks of the process: here, the same each time.</summary>
    public static int get_Id(Task task, string site)
    {
        if (Hook.Current is not { } operation || task == Task.CompletedTask) return task.Id;
        return IdOf(operation, task);
    }

    public static int? get_CurrentId(string site)
    {
        if (Hook.Current is not { } operation) return Task.CurrentId;
        if (operation.CurrentTask is ParallelLoop)
            throw operation.Execution.Refuse("Task.CurrentId in a parallel loop",
                "which task runs an iteration is left to chance: use the index", site);
        if (Attached.Current(null) is { } task) return IdOf(operation, task);
        if (operation.CurrentTask == Operation.ByChance)
            throw operation.Execution.Refuse("Task.CurrentId after an await in a task's own delegate",
                "whether the await has left the task is left to chance: ask before it", site);
        return operation.CurrentTask is { } inner ? IdOf(operation, inner) : null;
    }

    private static int IdOf(Operation operation, object task)
    {
        var (creator, number) = operation.Execution.Memory.NameOf(task, operation);
        // One that it met, but did not make, has a number below 0.
        return (creator + 1) * 10_000 + (number > 0 ? number : 5_000 - number);
    }
}
