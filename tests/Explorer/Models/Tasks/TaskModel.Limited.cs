using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Waiting for a task no longer than a time, or a token, allows.</summary>
public static partial class TaskModel
{
    public static Task WaitAsync(Task task, CancellationToken cancellationToken, string site) =>
        WaitAsync(task, Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken, site);

    public static Task WaitAsync(Task task, TimeSpan timeout, string site) =>
        WaitAsync(task, timeout, TimeProvider.System, default, site);

    public static Task WaitAsync(Task task, TimeSpan timeout, TimeProvider timeProvider,
        string site) =>
        WaitAsync(task, timeout, timeProvider, default, site);

    public static Task WaitAsync(
        Task task, TimeSpan timeout, CancellationToken cancellationToken, string site) =>
        WaitAsync(task, timeout, TimeProvider.System, cancellationToken, site);

    public static Task WaitAsync(Task task, TimeSpan timeout, TimeProvider timeProvider,
        CancellationToken cancellationToken, string site) => Hook.Current is { } operation
            ? GivingUp.On(operation, task, timeout, timeProvider, cancellationToken, site)
            : task.WaitAsync(timeout, timeProvider, cancellationToken);
}
