using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <content>What calls wait for.</content>
public static partial class BlockingCollectionModel
{
    /// <summary>Beside the number of items in the state: nothing more will be added.</summary>
    private const long NoMore = 1L << 40;

    /// <param name="adds">Whether it waits for room rather than for an item.</param>
    private static AtomicCall Waiting<T>(BlockingCollection<T> collection, EventKind kind, bool adds,
        CancellationToken cancellation, string site)
    {
        IsReady(collection, kind, adds, Timeout.Infinite, cancellation, site, out var call);
        return call;
    }

    /// <summary>Waits for an item or for room, with a limit in milliseconds; -1 is none.</summary>
    /// <returns>False once the time is up, without a call.</returns>
    private static bool IsReady<T>(BlockingCollection<T> collection, EventKind kind, bool adds,
        int limit, CancellationToken cancellation, string site, out AtomicCall call)
    {
        call = default;
        if (collection is null || Hook.Current is not { IsObserved: true } operation) return true;
        var location = AtomicCall.At(operation, collection);
        // Filled before the execution, or made of a collection that holds something.
        if (location.Version == 0) new Counted<T>(collection).Dispose();
        ICondition condition = adds
            ? new HasRoom(location, Capacity<T>.Of(collection))
            : new HasItem(location);
        var waiting = new Waiting(kind, location, AccessMode.Write, condition, site)
        {
            Releases = true,
            Token = cancellation,
            LooksAtTokenFirst = true,
            DisposedAs = Name,
        };
        if (!waiting.Within(operation, limit)) return false;
        call = AtomicCall.Begin(operation, location);
        return true;
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
            var location = AtomicCall.At(operation, collection);
            if (location.IsDisposed) return;
            try
            {
                var noMore = collection.IsAddingCompleted ? NoMore : 0;
                location.State = collection.Count + noMore;
            }
            catch (ObjectDisposedException)
            {
                // Disposed of before the execution: the real call throws.
                location.State = NoMore;
            }
        }
    }

    /// <summary>The property throws after the disposal; a call that waits asks before that.</summary>
    private static class Capacity<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_boundedCapacity")]
        internal static extern ref int Of(BlockingCollection<T> collection);
    }
}
