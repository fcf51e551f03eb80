using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Element by element.
public static partial class ParallelEnumerableModel
{
    public static ParallelQuery<TResult> Select<TSource, TResult>(
        ParallelQuery<TSource> source, Func<TSource, TResult> selector, string site)
    {
        if (Hook.Current is not { } operation) return source.Select(selector);
        ArgumentNullException.ThrowIfNull(selector);
        return Next(operation, source,
            query => query.Then<TResult>((item, sink) => sink(selector(item))), site);
    }

    public static ParallelQuery<TSource> Where<TSource>(
        ParallelQuery<TSource> source, Func<TSource, bool> predicate, string site)
    {
        if (Hook.Current is not { } operation) return source.Where(predicate);
        ArgumentNullException.ThrowIfNull(predicate);
        return Next(operation, source, query => Fitting(query, predicate), site);
    }

    public static ParallelQuery<TResult> SelectMany<TSource, TResult>(
        ParallelQuery<TSource> source, Func<TSource, IEnumerable<TResult>> selector, string site)
    {
        if (Hook.Current is not { } operation) return source.SelectMany(selector);
        ArgumentNullException.ThrowIfNull(selector);
        return Next(operation, source, query => query.Then<TResult>((item, sink) =>
        {
            foreach (var inner in selector(item)) sink(inner);
        }), site);
    }

    public static ParallelQuery<TResult> SelectMany<TSource, TCollection, TResult>(
        ParallelQuery<TSource> source, Func<TSource, IEnumerable<TCollection>> collectionSelector,
        Func<TSource, TCollection, TResult> resultSelector, string site)
    {
        if (Hook.Current is not { } operation)
            return source.SelectMany(collectionSelector, resultSelector);
        ArgumentNullException.ThrowIfNull(collectionSelector);
        ArgumentNullException.ThrowIfNull(resultSelector);
        return Next(operation, source, query => query.Then<TResult>((item, sink) =>
        {
            foreach (var inner in collectionSelector(item)) sink(resultSelector(item, inner));
        }), site);
    }

    public static ParallelQuery<TSource> Concat<TSource>(
        ParallelQuery<TSource> first, ParallelQuery<TSource> second, string site)
    {
        if (Hook.Current is not { } operation) return first.Concat(second);
        var other = Queries.Of(operation, second, site);
        return Next(operation, first, query => new Query<TSource>(
            o => [.. query.Bodies(o), .. other.Bodies(o)], query.Settings), site);
    }

    public static void ForAll<TSource>(ParallelQuery<TSource> source, Action<TSource> action, string site)
    {
        if (Hook.Current is not { } operation)
        {
            source.ForAll(action);
            return;
        }
        ArgumentNullException.ThrowIfNull(action);
        var query = Queries.Of(operation, source, site);
        QueryRun.All(operation, query.Then<int>((item, _) => action(item)), false, site);
    }

    private static Query<T> Fitting<T>(Query<T> query, Func<T, bool> predicate) =>
        query.Then<T>((item, sink) =>
        {
            if (predicate(item)) sink(item);
        });
}
