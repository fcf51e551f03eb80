using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Sorted.
public static partial class ParallelEnumerableModel
{
    public static OrderedParallelQuery<TSource> OrderBy<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, string site) =>
        Hook.Current is null ? source.OrderBy(keySelector)
            : Sorted(source, SortKey<TSource>.Make(keySelector, null, false), site);

    public static OrderedParallelQuery<TSource> OrderBy<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer,
        string site) => Hook.Current is null ? source.OrderBy(keySelector, comparer)
            : Sorted(source, SortKey<TSource>.Make(keySelector, comparer, false), site);

    public static OrderedParallelQuery<TSource> ThenBy<TSource, TKey>(
        OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector, string site) =>
        Hook.Current is null ? source.ThenBy(keySelector)
            : SortedToo(source, SortKey<TSource>.Make(keySelector, null, false), site);

    public static OrderedParallelQuery<TSource> ThenBy<TSource, TKey>(
        OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector,
        IComparer<TKey>? comparer, string site) =>
        Hook.Current is null ? source.ThenBy(keySelector, comparer)
            : SortedToo(source, SortKey<TSource>.Make(keySelector, comparer, false), site);

    public static OrderedParallelQuery<TSource> OrderByDescending<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, string site) =>
        Hook.Current is null ? source.OrderByDescending(keySelector)
            : Sorted(source, SortKey<TSource>.Make(keySelector, null, true), site);

    public static OrderedParallelQuery<TSource> OrderByDescending<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer,
        string site) => Hook.Current is null ? source.OrderByDescending(keySelector, comparer)
            : Sorted(source, SortKey<TSource>.Make(keySelector, comparer, true), site);

    public static OrderedParallelQuery<TSource> ThenByDescending<TSource, TKey>(
        OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector, string site) =>
        Hook.Current is null ? source.ThenByDescending(keySelector)
            : SortedToo(source, SortKey<TSource>.Make(keySelector, null, true), site);

    public static OrderedParallelQuery<TSource> ThenByDescending<TSource, TKey>(
        OrderedParallelQuery<TSource> source, Func<TSource, TKey> keySelector,
        IComparer<TKey>? comparer, string site) =>
        Hook.Current is null ? source.ThenByDescending(keySelector, comparer)
            : SortedToo(source, SortKey<TSource>.Make(keySelector, comparer, true), site);

    private static OrderedParallelQuery<T> Sorted<T>(
        ParallelQuery<T> source, SortKey<T> key, string site)
    {
        var operation = Hook.Current!;
        return Queries.Make(
            operation, OrderedQuery<T>.By(Queries.Of(operation, source, site), key, site), site);
    }

    private static OrderedParallelQuery<T> SortedToo<T>(
        OrderedParallelQuery<T> source, SortKey<T> key, string site)
    {
        var operation = Hook.Current!;
        return Queries.Make(
            operation, ((OrderedQuery<T>)Queries.Of(operation, source, site)).ThenBy(key), site);
    }
}
