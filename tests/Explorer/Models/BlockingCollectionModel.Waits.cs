using System.Collections.Concurrent;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <content>What calls wait for.</content>
public static partial class BlockingCollectionModel
{
    /// <summary>Beside the number of items in the state: nothing more will be added.</summary>
    private const long NoMore = 1L << 40;

    /// <param name="capacity">Null for those that wait for an item rather than for room.</param>
    private static AtomicCall Waiting<T>(
        BlockingCollection<T> collection, EventKind kind, int? capacity,
        CancellationToken cancellation, string site)
    {
        if (collection is null || Hook.Current is not { IsObserved: true } operation) return default;
        var location = AtomicCall.At(operation, collection);
        var waiting = For(collection, location, kind, capacity, cancellation, site);
        if (!cancellation.CanBeCanceled)
            return AtomicCall.When(operation, location, kind, waiting.Condition, site);
        waiting.Within(operation, Timeout.Infinite);
        return AtomicCall.Begin(operation, location);
    }

    /// <summary>Waits for an item or for room, with a limit in milliseconds; -1 is none.</summary>
    /// <returns>False once the time is up, without a call.</returns>
    private static bool IsReady<T>(BlockingCollection<T> collection, EventKind kind, int? capacity,
        int limit, CancellationToken cancellation, string site, out AtomicCall call)
    {
        if (limit < 0)
        {
            call = Waiting(collection, kind, capacity, cancellation, site);
            return true;
        }
        call = default;
        if (collection is null || Hook.Current is not { IsObserved: true } operation) return true;
        var location = AtomicCall.At(operation, collection);
        if (!For(collection, location, kind, capacity, cancellation, site).Within(operation, limit))
            return false;
        call = AtomicCall.Begin(operation, location);
        return true;
    }

    private static Waiting For<T>(BlockingCollection<T> collection, Location location,
        EventKind kind, int? capacity, CancellationToken cancellation, string site)
    {
        // Filled before the execution, or made of a collection that holds something.
        if (location.Version == 0) new Counted<T>(collection).Dispose();
        ICondition condition = capacity is { } most ? new HasRoom(location, most) : new HasItem(location);
        return new(kind, location, AccessMode.Write, condition, site)
        {
            Releases = true,
            Token = cancellation,
            LooksAtTokenFirst = true,
        };
    }

    private sealed class HasRoom(Location location, int capacity) : ICondition
    {
        public bool Holds(States states) =>
            states.Of(location) is var state && (state >= NoMore || capacity < 0 || state < capacity);
    }

    private sealed class HasItem(Location location) : ICondition
    {
        public bool Holds(States states) => states.Of(location) != 0;
    }

    /// <summary>Brings the state up to date after a call, whatever came of it.</summary>
    private readonly ref struct Counted<T>(BlockingCollection<T> collection)
    {
        public void Dispose()
        {
            if (Hook.Current is not { } operation) return;
            try
            {
                var noMore = collection.IsAddingCompleted ? NoMore : 0;
                AtomicCall.At(operation, collection).State = collection.Count + noMore;
            }
            catch (ObjectDisposedException)
            {
                // Whoever comes now isn't kept waiting: the real call throws.
                AtomicCall.At(operation, collection).State = NoMore;
            }
        }
    }
}
