using System.Collections.Concurrent;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <content>The members that take a time limit. The wait keeps it, and not the real call.</content>
public static partial class BlockingCollectionModel
{
    public static bool TryAdd<T>(
        BlockingCollection<T> collection, T item, int millisecondsTimeout, string site) =>
        AddWithin(collection, item,
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), default, site);

    public static bool TryAdd<T>(
        BlockingCollection<T> collection, T item, TimeSpan timeout, string site) =>
        AddWithin(collection, item, Limits.Of(timeout, nameof(timeout)), default, site);

    public static bool TryAdd<T>(BlockingCollection<T> collection, T item, int millisecondsTimeout,
        CancellationToken cancellationToken, string site) =>
        AddWithin(collection, item,
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken, site);

    public static bool TryTake<T>(
        BlockingCollection<T> collection, out T? item, int millisecondsTimeout, string site) =>
        TakeWithin(collection, out item,
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), default, site);

    public static bool TryTake<T>(
        BlockingCollection<T> collection, out T? item, TimeSpan timeout, string site) =>
        TakeWithin(collection, out item, Limits.Of(timeout, nameof(timeout)), default, site);

    public static bool TryTake<T>(BlockingCollection<T> collection, out T? item,
        int millisecondsTimeout, CancellationToken cancellationToken, string site) =>
        TakeWithin(collection, out item,
            Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken, site);

    private static bool AddWithin<T>(BlockingCollection<T> collection, T item, int limit,
        CancellationToken cancellation, string site)
    {
        if (Hook.Current is null) return collection.TryAdd(item, limit, cancellation);
        if (!IsReady(collection, EventKind.Put, true, limit, cancellation, site,
            out var call)) return false;
        using (call)
        {
            using var _ = new Counted<T>(collection);
            var added = collection.TryAdd(item);
            if (added) call.Shows(item);
            return added;
        }
    }

    private static bool TakeWithin<T>(BlockingCollection<T> collection, out T? item, int limit,
        CancellationToken cancellation, string site)
    {
        if (Hook.Current is null) return collection.TryTake(out item, limit, cancellation);
        var taken = false;
        T? found = default;
        if (IsReady(collection, EventKind.Take, false, limit, cancellation, site, out var call))
        {
            using (call)
            {
                using var _ = new Counted<T>(collection);
                taken = collection.TryTake(out found);
                if (taken) call.Shows(found);
                else call.Failed();
            }
        }
        Taken.Into(out item, found, site);
        return taken;
    }
}
