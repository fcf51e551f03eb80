using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Asking for tasks and waiting for them.</summary>
public static partial class TaskModel
{
    public static ExploredAwaiter GetAwaiter(Task task, string site) =>
        new(task, ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaitable ConfigureAwait(
        Task task, bool continueOnCapturedContext, string site) =>
        new(new(task, Options(continueOnCapturedContext), site));

    public static ExploredAwaitable ConfigureAwait(
        Task task, ConfigureAwaitOptions options, string site)
    {
        _ = task.ConfigureAwait(options);
        return new(new(task, options, site));
    }

    public static YieldAwaiter Yield(string site) => new(site);

    public static void Wait(Task task, string site)
    {
        if (Hook.Current is { } operation)
        {
            Tasks.Wait(operation, task, site);
            Faulted.Observe(operation, task);
        }
        task.Wait();
    }

    public static bool Wait(Task task, int millisecondsTimeout, string site)
    {
        if (Hook.Current is not { } operation) return task.Wait(millisecondsTimeout);
        if (!Tasks.Wait(operation, task, Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site))
            return false;
        Faulted.Observe(operation, task);
        return task.Wait(millisecondsTimeout);
    }

    public static bool Wait(Task task, TimeSpan timeout, string site)
    {
        if (Hook.Current is not { } operation) return task.Wait(timeout);
        if (!Tasks.Wait(operation, task, Limits.Of(timeout, nameof(timeout)), site))
            return false;
        Faulted.Observe(operation, task);
        return task.Wait(timeout);
    }

    public static void Wait(Task task, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation)
            Waited(operation, task, Timeout.Infinite, cancellationToken, site);
        task.Wait(cancellationToken);
    }

    public static bool Wait(
        Task task, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation && !Waited(operation, task,
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken, site)) return false;
        return task.Wait(millisecondsTimeout, cancellationToken);
    }

    public static bool Wait(
        Task task, TimeSpan timeout, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation && !Waited(operation, task,
            Limits.Of(timeout, nameof(timeout)), cancellationToken, site)) return false;
        return task.Wait(timeout, cancellationToken);
    }

    private static bool Waited(
        Operation operation, Task task, int limit, CancellationToken cancellation, string site)
    {
        if (!Tasks.Wait(operation, task, limit, site, cancellation)) return false;
        Faulted.Observe(operation, task);
        return true;
    }

    public static bool get_IsCompleted(Task task, string site) =>
        (Hook.Current is not { } operation || Tasks.IsComplete(operation, task, site))
        && task.IsCompleted;

    public static bool get_IsCompletedSuccessfully(Task task, string site) =>
        (Hook.Current is not { } operation || Tasks.IsComplete(operation, task, site))
        && task.IsCompletedSuccessfully;

    public static bool get_IsFaulted(Task task, string site) =>
        (Hook.Current is not { } operation || Tasks.IsComplete(operation, task, site))
        && task.IsFaulted;

    public static bool get_IsCanceled(Task task, string site) =>
        (Hook.Current is not { } operation || Tasks.IsComplete(operation, task, site))
        && task.IsCanceled;

    public static AggregateException? get_Exception(Task task, string site)
    {
        if (Hook.Current is not { } operation) return task.Exception;
        if (!Tasks.IsComplete(operation, task, site)) return null;
        Faulted.Observe(operation, task);
        return task.Exception;
    }

    public static object? get_AsyncState(Task task, string site) => task.AsyncState;

    public static TaskCreationOptions get_CreationOptions(Task task, string site) =>
        task.CreationOptions;

    public static TaskStatus get_Status(Task task, string site) =>
        Hook.Current is { } operation ? Statuses.Of(operation, task, site) : task.Status;

    public static void Dispose(Task task, string site)
    {
        if (Hook.Current is { } operation && !Tasks.IsComplete(operation, task, site))
            throw new InvalidOperationException(
                "A task may only be disposed if it is in a completion state.");
        task.Dispose();
    }

    internal static ConfigureAwaitOptions Options(bool continueOnCapturedContext) =>
        continueOnCapturedContext
            ? ConfigureAwaitOptions.ContinueOnCapturedContext
            : ConfigureAwaitOptions.None;
}
