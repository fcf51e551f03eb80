using Interleavings.Scheduling;

namespace Interleavings.Models;

// Waiting without blocking, until a token is cancelled.
public static partial class SemaphoreSlimModel
{
    /// <summary>One event: takes a permit, or joins the queue, the token's queue and the clock.</summary>
    private static Task<bool> Cancellable(
        Operation operation, Location semaphore, int limit, Cancellation canceller, string site)
    {
        var execution = operation.Execution;
        var permits = (Permits)semaphore.Model!;
        var source = new TaskCompletionSource<bool>();
        var completion = Completion.New(operation, source.Task, false, site);
        completion.PublishedAt = semaphore;
        Execution.Announce(operation, EventKind.Permit, site);
        ref var next = ref operation.Next;
        next.Location = semaphore;
        next.Mode = AccessMode.Write;
        next.Acquires = true;
        next.More = [.. canceller.ToJoin, .. execution.Sets(completion.Location)];
        execution.Perform(operation);
        Disposal.ThrowIfDisposed(operation, semaphore, Name);
        ref var performed = ref execution.Trace[operation.LastEvent];
        if (canceller.IsRequested)
        {
            performed.Acquires = false;
            performed.Sources = [canceller.Location];
            return Task.FromCanceled<bool>(canceller.Token);
        }
        if (semaphore.State > 0)
        {
            semaphore.State--;
            return Task.FromResult(true);
        }
        performed.Acquires = false;
        performed.Value = Waiting.InVain;
        if (limit == 0) return Task.FromResult(false);
        // .NET leaves the wait on another thread: a release that comes before that is still in time.
        var told = new Told(by => Callback.Start(by, null,
            () => completion.Complete(Hooks.Hook.Current!, site, Cancel, semaphore),
            false, false, null, site));
        canceller.Join(told);
        permits.Join(operation, semaphore, completion, source, canceller, told);
        if (limit < Timeout.Infinite) return Failed(site);
        if (limit < 0) return source.Task;
        var alarm = execution.SetAlarm(operation, completion.Location, null, limit, site,
            [new(semaphore, AccessMode.Write), canceller.ToLeave]);
        alarm.Fires = () =>
        {
            permits.Leave(execution, semaphore, completion);
            canceller.Leave(told);
            source.SetResult(false);
            completion.Reached(execution);
        };
        return source.Task;

        bool Cancel()
        {
            if (!source.TrySetCanceled(canceller.Token)) return false;
            completion.PublishedAt = null;
            permits.Leave(execution, semaphore, completion);
            return true;
        }
    }
}
