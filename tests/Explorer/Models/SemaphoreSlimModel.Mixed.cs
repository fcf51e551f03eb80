using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Waiting without blocking at a semaphore where others block. .NET's documentation promises no order
// in which they enter, so those who wait without blocking are operations of their own, and whoever
// comes first gets a permit. Among themselves they keep the order in which they came, as in .NET.
public static partial class SemaphoreSlimModel
{
    private static Task<bool> Mixed(Operation operation, Location semaphore, int limit,
        CancellationToken cancellation, string site)
    {
        if (Cancellation.IsRequestedOf(operation, cancellation, site))
            return Task.FromCanceled<bool>(cancellation);
        if (TryTake(operation, semaphore, site)) return Task.FromResult(true);
        if (limit == 0) return Task.FromResult(false);
        if (limit < Timeout.Infinite) return Failed(site);
        var source = new TaskCompletionSource<bool>();
        var completion = Completion.New(operation, source.Task, Resuming.Posts, site);
        var place = ((Permits)semaphore.Model!).Line.Join(operation);
        Callback.Start(operation, null, () =>
        {
            var own = Hook.Current!;
            var end = Await(own, semaphore, place, limit, cancellation, source, site);
            completion.Complete(own, site, end);
        }, false, false, null, site);
        return source.Task;
    }

    /// <returns>What completes the task.</returns>
    private static Func<bool> Await(Operation operation, Location semaphore, Line.Place place,
        int limit, CancellationToken cancellation, TaskCompletionSource<bool> source, string site)
    {
        // As long as it waits, nobody is left at work.
        operation.IsResting = true;
        try
        {
            var isTaken = Wait(operation, semaphore, place.IsNext(semaphore), place.Touched, limit,
                site, cancellation);
            return () => source.TrySetResult(isTaken);
        }
        catch (OperationCanceledException)
        {
            return () => source.TrySetCanceled(cancellation);
        }
        finally
        {
            place.Leave();
            operation.IsResting = false;
        }
    }
}
