using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// What needs all elements before it can go on.
public static partial class ParallelEnumerableModel
{
    public static ParallelQuery<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, string site) =>
        Hook.Current is { } operation
            ? Grouped(operation, source, keySelector, static item => item, site)
            : source.GroupBy(keySelector);

    public static ParallelQuery<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector,
        Func<TSource, TElement> elementSelector, string site) => Hook.Current is { } operation
            ? Grouped(operation, source, keySelector, elementSelector, site)
            : source.GroupBy(keySelector, elementSelector);

    public static ParallelQuery<TResult> GroupBy<TSource, TKey, TResult>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector,
        Func<TKey, IEnumerable<TSource>, TResult> resultSelector, string site)
    {
        if (Hook.Current is not { } operation) return source.GroupBy(keySelector, resultSelector);
        ArgumentNullException.ThrowIfNull(resultSelector);
        return Select(Grouped(operation, source, keySelector, static item => item, site),
            group => resultSelector(group.Key, group), site);
    }

    public static ParallelQuery<TSource> Distinct<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is null ? source.Distinct() : Distinct(source, null, site);

    public static ParallelQuery<TSource> Distinct<TSource>(
        ParallelQuery<TSource> source, IEqualityComparer<TSource>? comparer, string site) =>
        Hook.Current is { } operation
            ? Next(operation, source, query => query.AfterAll((here, items) =>
                Mixed(here, query, items, site).Distinct(comparer), site), site)
            : source.Distinct(comparer);

    public static ParallelQuery<TResult> Zip<TFirst, TSecond, TResult>(ParallelQuery<TFirst> first,
        ParallelQuery<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector, string site)
    {
        if (Hook.Current is not { } operation) return first.Zip(second, resultSelector);
        ArgumentNullException.ThrowIfNull(resultSelector);
        var other = Queries.Of(operation, second, site);
        return Next(operation, first, query => new Query<(TFirst One, TSecond Two)>(
            here => Query<(TFirst, TSecond)>.Items(QueryRun.All(here, query, true, site)
                .Zip(QueryRun.All(here, other, true, site))), query.Settings)
            .Then<TResult>((pair, sink) => sink(resultSelector(pair.One, pair.Two))), site);
    }

    private static ParallelQuery<IGrouping<TKey, TElement>> Grouped<TSource, TKey, TElement>(
        Operation operation, ParallelQuery<TSource> source, Func<TSource, TKey> keySelector,
        Func<TSource, TElement> elementSelector, string site)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        ArgumentNullException.ThrowIfNull(elementSelector);
        return Next(operation, source, query => query
            .Then<(TKey Key, TElement Element)>((item, sink) =>
                sink((keySelector(item), elementSelector(item))))
            .AfterAll((here, items) => items.GroupBy(item => item.Key).SelectMany(group =>
                Mixed(here, query, [.. group], site).GroupBy(item => item.Key, item => item.Element)), site),
            site);
    }

    /// <summary>Which of those that are alike comes first is open, where the source has no order.</summary>
    private static IEnumerable<TItem> Mixed<T, TItem>(
        Operation operation, Query<T> query, IReadOnlyList<TItem> items, string site) =>
        query.Settings.IsOrdered || typeof(TItem).IsPrimitive || typeof(TItem) == typeof(string) ? items
            : QueryRun.InAnyOrder(operation, items, site);
}
