using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Waiting without blocking: who finds no permit joins a queue, and a release hands it over.
public static partial class SemaphoreSlimModel
{
    public static Task WaitAsync(SemaphoreSlim semaphore, string site) =>
        Hook.Current is { } operation
            ? WaitAsync(operation, semaphore, Timeout.Infinite, default, site)
            : semaphore.WaitAsync();

    public static Task WaitAsync(
        SemaphoreSlim semaphore, CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? WaitAsync(operation, semaphore, Timeout.Infinite, cancellationToken, site)
            : semaphore.WaitAsync(cancellationToken);

    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, int millisecondsTimeout, string site) =>
        Hook.Current is { } operation
            ? WaitAsync(operation, semaphore,
                millisecondsTimeout, default, site)
            : semaphore.WaitAsync(millisecondsTimeout);

    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, int millisecondsTimeout,
        CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? WaitAsync(operation, semaphore, millisecondsTimeout, cancellationToken, site)
            : semaphore.WaitAsync(millisecondsTimeout, cancellationToken);

    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout,
        CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? WaitAsync(operation, semaphore, Limits.Of(timeout, nameof(timeout)), cancellationToken, site)
            : semaphore.WaitAsync(timeout, cancellationToken);

    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
            ? WaitAsync(operation, semaphore, Limits.Of(timeout, nameof(timeout)), default, site)
            : semaphore.WaitAsync(timeout);

    private static Task<bool> WaitAsync(
        Operation operation, SemaphoreSlim semaphore, int limit, CancellationToken cancellation,
        string site)
    {
        var location = At(operation, semaphore);
        // A token that stays cancelled leaves no event to check in.
        if (cancellation.IsCancellationRequested && Cancellation.Of(operation, cancellation) is null)
            Disposal.Check(operation, semaphore, location, Name, site);
        if (operation.Execution.Insight.IsMixed(location.Name))
            return Mixed(operation, location, limit, cancellation, site);
        if (Cancellation.Of(operation, cancellation) is { } canceller)
            return Cancellable(operation, location, limit, canceller, site);
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<bool>(cancellation);
        var permits = (Permits)location.Model!;
        if (limit == 0) return Task.FromResult(TryTake(operation, location, site));
        var source = new TaskCompletionSource<bool>();
        Completion? completion = null;
        if (limit > 0)
        {
            if (TryTake(operation, location, site)) return Task.FromResult(true);
            completion = Completion.New(operation, source.Task, false, site);
            Delays.Rings(operation, completion, limit, () =>
            {
                permits.Leave(operation.Execution, location, completion);
                source.SetResult(false);
            }, site);
        }
        completion ??= Completion.New(operation, source.Task, Resuming.Posts, site);
        completion.PublishedAt = location;
        if (TryTake(operation, location, site, completion.Location))
        {
            // The alarm has nobody to wake any more.
            if (completion.Location.State == Alarm.Set) completion.Location.State = Alarm.Withdrawn;
            return Task.FromResult(true);
        }
        if (completion.CompletedAt < 0) permits.Join(operation, location, completion, source);
        return limit < Timeout.Infinite ? Failed(site) : source.Task;
    }

    /// <summary>.NET 10 checks the limit when the wait is in the queue: there it stays.</summary>
    private static Task<bool> Failed(string site)
    {
        var failed = Task.FromException<bool>(new ArgumentOutOfRangeException("timeout"));
        Faulted.Note(failed, site);
        return failed;
    }

    /// <summary>One event: takes a permit if there is one.</summary>
    private static bool TryTake(
        Operation operation, Location location, string site, Location? also = null)
    {
        Execution.Announce(operation, EventKind.Permit, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Acquires = true;
        if (also is not null) next.More = [new(also, AccessMode.Write)];
        operation.Execution.Perform(operation);
        Disposal.ThrowIfDisposed(operation, location, Name);
        if (location.State == 0)
        {
            ref var performed = ref operation.Execution.Trace[operation.LastEvent];
            performed.Acquires = false;
            performed.Value = Waiting.InVain;
            // With a task to complete, it has joined those who wait.
            if (also is null) LoopWaits.Failed(operation);
            return false;
        }
        location.State--;
        return true;
    }
}
