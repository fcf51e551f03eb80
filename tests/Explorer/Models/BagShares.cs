using System.Collections.Concurrent;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Who added what to a bag, in one execution; the latest to join comes first, as in .NET.</summary>
internal sealed class BagShares<T>(ConcurrentBag<T> bag)
{
    private readonly List<(int Operation, List<T> Items)> _shares = [];

    internal static BagShares<T> Of(Operation operation, ConcurrentBag<T> bag)
    {
        var location = AtomicCall.At(operation, bag);
        var shares = (BagShares<T>)(location.Model ??= new BagShares<T>(bag));
        // Filled or emptied by a member without a model, or outside the execution.
        if (shares._shares.Sum(s => s.Items.Count) != bag.Count)
        {
            shares._shares.Clear();
            shares._shares.Add((operation.Id, [.. bag.Reverse()]));
        }
        return shares;
    }

    internal void Add(int operation, T item)
    {
        var own = IndexOf(operation);
        if (own < 0) _shares.Insert(own = 0, (operation, []));
        _shares[own].Items.Add(item);
        Refill();
    }

    internal bool Try(int operation, bool takes, out T? item)
    {
        var own = IndexOf(operation);
        item = default;
        for (var i = 0; i < _shares.Count; i++)
        {
            // Its own share first, then those after it, then those before.
            var items = _shares[(Math.Max(own, 0) + i) % _shares.Count].Items;
            if (items.Count == 0) continue;
            var at = i == 0 && own >= 0 ? items.Count - 1 : 0;
            item = items[at];
            if (!takes) return true;
            items.RemoveAt(at);
            Refill();
            return true;
        }
        return false;
    }

    private int IndexOf(int operation) => _shares.FindIndex(s => s.Operation == operation);

    /// <summary>All on the thread of the moment, so that their order doesn't depend on threads.</summary>
    private void Refill()
    {
        bag.Clear();
        foreach (var (_, items) in Enumerable.Reverse(_shares))
        {
            foreach (var item in items) bag.Add(item);
        }
    }
}
