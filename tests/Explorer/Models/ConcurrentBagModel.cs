using System.Collections.Concurrent;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ConcurrentBag{T}"/>: a taker gets its own newest item, or else another's oldest. The
/// real bag tells takers apart by their threads, which operations share; so who added what is kept
/// here, and the real bag holds the same items for whoever looks at all of them.
/// </summary>
[Models(typeof(ConcurrentBag<>))]
public static class ConcurrentBagModel
{
    /// <summary>Whoever makes it has added its first items.</summary>
    public static ConcurrentBag<T> New<T>(IEnumerable<T> collection, string site)
    {
        var operation = Hook.Current;
        var bag = new ConcurrentBag<T>(operation is null || collection is null ? collection!
            : SequenceModel.Copy(operation, collection, site));
        if (operation is { Trial: null }) BagShares<T>.Of(operation, bag);
        return bag;
    }

    public static void Add<T>(ConcurrentBag<T> bag, T item, string site)
    {
        using var call = AtomicCall.Write(bag, site);
        if (Hook.Current is { } operation && bag is not null)
            BagShares<T>.Of(operation, bag).Add(operation.Id, item);
        else
            bag!.Add(item);
        call.Shows(item);
    }

    public static bool TryTake<T>(ConcurrentBag<T> bag, out T? result, string site) =>
        Taken.By(AtomicCall.Write(bag, site), Try(bag, true, out var item), item, out result, site);

    public static bool TryPeek<T>(ConcurrentBag<T> bag, out T? result, string site) =>
        Taken.By(AtomicCall.Read(bag, site), Try(bag, false, out var item), item, out result, site);

    private static bool Try<T>(ConcurrentBag<T> bag, bool takes, out T? item)
    {
        if (Hook.Current is { } operation && bag is not null)
            return BagShares<T>.Of(operation, bag).Try(operation.Id, takes, out item);
        return takes ? bag!.TryTake(out item) : bag!.TryPeek(out item);
    }
}
