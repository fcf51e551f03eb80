using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Waiting for a result no longer than a time, or a token, allows.</summary>
public static partial class TaskOfTModel
{
    public static Task<TResult> WaitAsync<TResult>(
        Task<TResult> task, CancellationToken cancellationToken, string site) =>
        WaitAsync(task, Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken, site);

    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout,
        string site) =>
        WaitAsync(task, timeout, TimeProvider.System, default, site);

    public static Task<TResult> WaitAsync<TResult>(
        Task<TResult> task, TimeSpan timeout, TimeProvider timeProvider, string site) =>
        WaitAsync(task, timeout, timeProvider, default, site);

    public static Task<TResult> WaitAsync<TResult>(
        Task<TResult> task, TimeSpan timeout, CancellationToken cancellationToken, string site) =>
        WaitAsync(task, timeout, TimeProvider.System, cancellationToken, site);

    public static Task<TResult> WaitAsync<TResult>(Task<TResult> task, TimeSpan timeout,
        TimeProvider timeProvider, CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? GivingUp.On(operation, task, timeout, timeProvider, cancellationToken, site)
            : task.WaitAsync(timeout, timeProvider, cancellationToken);
}
