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
        // Filled before the execution, or made of a collection that holds something.
        if (location.Version == 0) new Counted<T>(collection).Dispose();
        ICondition condition = capacity is { } most ? new HasRoom(location, most) : new HasItem(location);
        if (!cancellation.CanBeCanceled) return AtomicCall.When(operation, location, kind, condition, site);
        new Waiting(kind, location, AccessMode.Write, condition, site)
        {
            Releases = true,
            Token = cancellation,
            LooksAtTokenFirst = true,
        }.Within(operation, Timeout.Infinite);
        return AtomicCall.Begin(operation, location);
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
