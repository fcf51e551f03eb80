using System.Collections.Concurrent;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="BlockingCollection{T}"/>: the real one is called only when it wouldn't wait. The
/// location's state is what a wait is for: how many items there are, and whether more may come.
/// </summary>
[Models(typeof(BlockingCollection<>))]
public static partial class BlockingCollectionModel
{
    public static BlockingCollection<T> New<T>(string site) => [];

    public static BlockingCollection<T> New<T>(int boundedCapacity, string site) => new(boundedCapacity);

    public static BlockingCollection<T> New<T>(IProducerConsumerCollection<T> collection, string site)
    {
        Wrap(collection);
        return new(collection);
    }

    public static BlockingCollection<T> New<T>(
        IProducerConsumerCollection<T> collection, int boundedCapacity, string site)
    {
        Wrap(collection);
        return new(collection, boundedCapacity);
    }

    private static void Wrap(object? collection)
    {
        if (collection is not null && Hook.Current is { } operation)
            AtomicCall.At(operation, collection).IsWrapped = true;
    }

    /// <summary>
    /// Who looks at the collection below sees an item before the BlockingCollection counts it, and
    /// after: these are steps that its calls, each one event here, don't have.
    /// </summary>
    internal static Unwinding Below(Operation operation, string site) => operation.Execution.Park(
        operation, "a collection that a BlockingCollection was made of", "while the BlockingCollection"
            + " changes it, only its own members may look at it: use those", site);

    public static void Add<T>(BlockingCollection<T> collection, T item, string site)
    {
        using var call = Waiting(
            collection, EventKind.Put, true, default, site);
        using var _ = new Counted<T>(collection);
        collection.Add(item);
        call.Shows(item);
    }

    public static void Add<T>(
        BlockingCollection<T> collection, T item, CancellationToken cancellationToken, string site)
    {
        using var call = Waiting(
            collection, EventKind.Put, true, cancellationToken, site);
        using var _ = new Counted<T>(collection);
        collection.Add(item, TokenOutside(cancellationToken));
        call.Shows(item);
    }

    public static bool TryAdd<T>(BlockingCollection<T> collection, T item, string site)
    {
        using var call = AtomicCall.Write(collection, site);
        using var _ = new Counted<T>(collection);
        var added = collection.TryAdd(item);
        if (added) call.Shows(item);
        else call.Failed();
        return added;
    }

    public static T Take<T>(BlockingCollection<T> collection, string site)
    {
        using var call = Waiting(collection, EventKind.Take, false, default, site);
        using var _ = new Counted<T>(collection);
        var item = collection.Take();
        call.Shows(item);
        return item;
    }

    public static T Take<T>(
        BlockingCollection<T> collection, CancellationToken cancellationToken, string site)
    {
        using var call = Waiting(collection, EventKind.Take, false, cancellationToken, site);
        using var _ = new Counted<T>(collection);
        var item = collection.Take(TokenOutside(cancellationToken));
        call.Shows(item);
        return item;
    }

    public static bool TryTake<T>(BlockingCollection<T> collection, out T? item, string site)
    {
        bool taken;
        T? found;
        using (var call = AtomicCall.Write(collection, site))
        {
            using var _ = new Counted<T>(collection);
            taken = collection.TryTake(out found);
            if (taken) call.Shows(found);
            else call.Failed();
        }
        Taken.Into(out item, found, site);
        return taken;
    }

    public static void CompleteAdding<T>(BlockingCollection<T> collection, string site)
    {
        using var call = AtomicCall.Write(collection, site);
        using var _ = new Counted<T>(collection);
        collection.CompleteAdding();
    }

    public static IEnumerable<T> GetConsumingEnumerable<T>(BlockingCollection<T> collection, string site)
    {
        // The real one's checks are made when the first item is asked for, as here.
        while (TryTakeNext(collection, out var item, default, site)) yield return item!;
    }

    public static IEnumerable<T> GetConsumingEnumerable<T>(
        BlockingCollection<T> collection, CancellationToken cancellationToken, string site)
    {
        while (TryTakeNext(collection, out var item, cancellationToken, site)) yield return item!;
    }

    public static int get_Count<T>(BlockingCollection<T> collection, string site)
    {
        using var call = AtomicCall.Read(collection, site);
        return collection.Count;
    }

    public static int get_BoundedCapacity<T>(BlockingCollection<T> collection, string site)
    {
        if (collection is not null && Hook.Current is { } operation)
            Disposal.Check(operation, collection, AtomicCall.At(operation, collection), Name, site);
        return collection!.BoundedCapacity;
    }

    public static bool get_IsCompleted<T>(BlockingCollection<T> collection, string site)
    {
        using var call = AtomicCall.Read(collection, site);
        return collection.IsCompleted;
    }

    public static bool get_IsAddingCompleted<T>(BlockingCollection<T> collection, string site)
    {
        using var call = AtomicCall.Read(collection, site);
        return collection.IsAddingCompleted;
    }

    public static T[] ToArray<T>(BlockingCollection<T> collection, string site)
    {
        using var call = AtomicCall.Read(collection, site);
        return collection.ToArray();
    }

    public static void Dispose<T>(BlockingCollection<T> collection, string site)
    {
        if (collection is null || Hook.Current is not { IsObserved: true } operation)
        {
            collection!.Dispose();
            return;
        }
        Disposal.Dispose(operation, collection, AtomicCall.At(operation, collection), site);
        collection.Dispose();
    }

    private static readonly string Name = typeof(BlockingCollection<>).FullName!;

    private static bool TryTakeNext<T>(BlockingCollection<T> collection, out T? item,
        CancellationToken cancellation, string site)
    {
        using var call = Waiting(collection, EventKind.Take, false, cancellation, site);
        using var _ = new Counted<T>(collection);
        var taken = Hook.Current is null
            ? collection.TryTake(out item, Timeout.Infinite, cancellation)
            : collection.TryTake(out item);
        if (taken) call.Shows(item);
        return taken;
    }

    /// <summary>In an execution the wait has looked at the token; elsewhere the real call does.</summary>
    private static CancellationToken TokenOutside(CancellationToken cancellation) =>
        Hook.Current is null ? cancellation : default;
}
