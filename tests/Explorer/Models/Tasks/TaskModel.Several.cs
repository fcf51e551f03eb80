using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Several tasks at once.</summary>
public static partial class TaskModel
{
    public static Task WhenAll(Task[] tasks, string site) => Hook.Current is { } operation
        ? Combined.All(operation, SequenceModel.Copy(operation, tasks, site), site)
        : Task.WhenAll(tasks);

    public static Task WhenAll(ReadOnlySpan<Task> tasks, string site) =>
        Hook.Current is { } operation
        ? Combined.All(operation, tasks.ToArray(), site)
        : Task.WhenAll(tasks);

    public static Task WhenAll(IEnumerable<Task> tasks, string site) =>
        Hook.Current is { } operation
        ? Combined.All(operation, SequenceModel.Copy(operation, tasks, site), site)
        : Task.WhenAll(tasks);

    public static Task<TResult[]> WhenAll<TResult>(Task<TResult>[] tasks, string site) =>
        Hook.Current is { } operation
        ? Combined.All(operation, SequenceModel.Copy(operation, tasks, site), site)
        : Task.WhenAll(tasks);

    public static Task<TResult[]> WhenAll<TResult>(ReadOnlySpan<Task<TResult>> tasks,
        string site) => Hook.Current is { } operation
        ? Combined.All(operation, tasks.ToArray(), site)
        : Task.WhenAll(tasks);

    public static Task<TResult[]> WhenAll<TResult>(IEnumerable<Task<TResult>> tasks, string site) =>
        Hook.Current is { } operation
        ? Combined.All(operation, SequenceModel.Copy(operation, tasks, site), site)
        : Task.WhenAll(tasks);

    public static Task<Task> WhenAny(Task[] tasks, string site) => Hook.Current is { } operation
        ? Combined.Any(operation, SequenceModel.Copy(operation, tasks, site), site)
        : Task.WhenAny(tasks);

    public static Task<Task> WhenAny(ReadOnlySpan<Task> tasks, string site) =>
        Hook.Current is { } operation
        ? Combined.Any(operation, tasks.ToArray(), site)
        : Task.WhenAny(tasks);

    public static Task<Task> WhenAny(IEnumerable<Task> tasks, string site) =>
        Hook.Current is { } operation
        ? Combined.Any(operation, SequenceModel.Copy(operation, tasks, site), site)
        : Task.WhenAny(tasks);

    public static Task<Task> WhenAny(Task task1, Task task2, string site) =>
        Hook.Current is { } operation
        ? Combined.Any(operation, Both(task1, task2), site)
        : Task.WhenAny(task1, task2);

    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult>[] tasks, string site) =>
        Hook.Current is { } operation
        ? Combined.Any(operation, SequenceModel.Copy(operation, tasks, site), site)
        : Task.WhenAny(tasks);

    public static Task<Task<TResult>> WhenAny<TResult>(ReadOnlySpan<Task<TResult>> tasks,
        string site) => Hook.Current is { } operation
        ? Combined.Any(operation, tasks.ToArray(), site)
        : Task.WhenAny(tasks);

    public static Task<Task<TResult>> WhenAny<TResult>(IEnumerable<Task<TResult>> tasks,
        string site) => Hook.Current is { } operation
        ? Combined.Any(operation, SequenceModel.Copy(operation, tasks, site), site)
        : Task.WhenAny(tasks);

    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult> task1, Task<TResult> task2,
        string site) => Hook.Current is { } operation
        ? Combined.Any(operation, Both(task1, task2), site)
        : Task.WhenAny(task1, task2);

    private static TTask[] Both<TTask>(TTask task1, TTask task2)
    {
        ArgumentNullException.ThrowIfNull(task1);
        ArgumentNullException.ThrowIfNull(task2);
        return [task1, task2];
    }

    public static void WaitAll(Task[] tasks, string site)
    {
        if (Hook.Current is { } operation) Blocking.All(operation, SequenceModel.Copy(operation, tasks, site), Timeout.Infinite, site);
        else Task.WaitAll(tasks);
    }

    public static void WaitAll(ReadOnlySpan<Task> tasks, string site)
    {
        if (Hook.Current is { } operation) Blocking.All(operation, tasks.ToArray(), Timeout.Infinite, site);
        else Task.WaitAll(tasks);
    }

    public static void WaitAll(
        IEnumerable<Task> tasks, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation)
            Blocking.All(operation, SequenceModel.Copy(operation, tasks, site), Timeout.Infinite, site, cancellationToken);
        else Task.WaitAll(tasks, cancellationToken);
    }

    public static bool WaitAll(Task[] tasks, int millisecondsTimeout, string site) =>
        Hook.Current is { } operation
        ? Blocking.All(operation, SequenceModel.Copy(operation, tasks, site),
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site)
        : Task.WaitAll(tasks, millisecondsTimeout);

    public static bool WaitAll(Task[] tasks, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
        ? Blocking.All(operation, SequenceModel.Copy(operation, tasks, site), Limits.Of(timeout, nameof(timeout)), site)
        : Task.WaitAll(tasks, timeout);

    public static int WaitAny(Task[] tasks, string site) => Hook.Current is { } operation
        ? Blocking.Any(operation, SequenceModel.Copy(operation, tasks, site), Timeout.Infinite, site)
        : Task.WaitAny(tasks);

    public static int WaitAny(Task[] tasks, int millisecondsTimeout, string site) =>
        Hook.Current is { } operation
        ? Blocking.Any(operation, SequenceModel.Copy(operation, tasks, site),
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site)
        : Task.WaitAny(tasks, millisecondsTimeout);

    public static int WaitAny(Task[] tasks, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
        ? Blocking.Any(operation, SequenceModel.Copy(operation, tasks, site), Limits.Of(timeout, nameof(timeout)), site)
        : Task.WaitAny(tasks, timeout);

    public static void WaitAll(Task[] tasks, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation)
            Blocking.All(operation, SequenceModel.Copy(operation, tasks, site), Timeout.Infinite, site, cancellationToken);
        else Task.WaitAll(tasks, cancellationToken);
    }

    public static bool WaitAll(
        Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? Blocking.All(operation, SequenceModel.Copy(operation, tasks, site),
                Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site, cancellationToken)
            : Task.WaitAll(tasks, millisecondsTimeout, cancellationToken);

    public static int WaitAny(Task[] tasks, CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? Blocking.Any(operation, SequenceModel.Copy(operation, tasks, site), Timeout.Infinite, site, cancellationToken)
            : Task.WaitAny(tasks, cancellationToken);

    public static int WaitAny(
        Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? Blocking.Any(operation, SequenceModel.Copy(operation, tasks, site),
                Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site, cancellationToken)
            : Task.WaitAny(tasks, millisecondsTimeout, cancellationToken);
}
