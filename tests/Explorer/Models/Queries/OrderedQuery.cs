using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A query that is sorted: keys are asked for beside each other, then all are compared.</summary>
internal sealed class OrderedQuery<T> : Query<T>
{
    private readonly Query<T> _source;
    private readonly SortKey<T>[] _keys;
    private readonly string _site;

    private OrderedQuery(Query<T> source, SortKey<T>[] keys, string site)
        : base(operation => Items(Sorted(operation, source, keys, site)),
            source.Settings with { IsOrdered = true }) =>
        (_source, _keys, _site) = (source, keys, site);

    internal static OrderedQuery<T> By(Query<T> source, SortKey<T> key, string site) =>
        new(source, [key], site);

    internal OrderedQuery<T> ThenBy(SortKey<T> key) => new(_source, [.. _keys, key], _site);

    private static List<T> Sorted(Operation operation, Query<T> source, SortKey<T>[] keys, string site)
    {
        var keyed = source.Then<(T Item, object?[] Keys)>((item, sink) =>
            sink((item, [.. keys.Select(key => key.Of(item))])));
        var all = QueryRun.All(operation, keyed, false, site);
        var sorted = new List<T>();
        while (all.Count > 0)
        {
            var least = all.Aggregate((one, other) => Compare(keys, other.Keys, one.Keys) < 0 ? other : one);
            var equal = all.Where(item => Compare(keys, item.Keys, least.Keys) == 0).ToList();
            // The sort of a parallel query is not stable, unless its source has an order.
            sorted.AddRange(source.Settings.IsOrdered ? equal.Select(item => item.Item)
                : QueryRun.InAnyOrder(operation, equal, site).Select(item => item.Item));
            all.RemoveAll(item => equal.Any(e => ReferenceEquals(e.Keys, item.Keys)));
        }
        return sorted;
    }

    private static int Compare(SortKey<T>[] keys, object?[] one, object?[] other)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var order = keys[i].Compare(one[i], other[i]);
            if (order != 0) return order;
        }
        return 0;
    }
}

/// <summary>One of the keys that a query is sorted by.</summary>
internal sealed record SortKey<T>(Func<T, object?> Of, Comparison<object?> Compare)
{
    internal static SortKey<T> Make<TKey>(Func<T, TKey> of, IComparer<TKey>? comparer, bool isDescending)
    {
        ArgumentNullException.ThrowIfNull(of, "keySelector");
        comparer ??= Comparer<TKey>.Default;
        return new(item => of(item), (one, other) => isDescending
            ? comparer.Compare((TKey)other!, (TKey)one!)
            : comparer.Compare((TKey)one!, (TKey)other!));
    }
}
