using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// What runs a query: all of its results.
public static partial class ParallelEnumerableModel
{
    public static TSource[] ToArray<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is null ? source.ToArray() : [.. Results(source, true, site)];

    public static List<TSource> ToList<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is null ? source.ToList() : Results(source, true, site);

    public static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, string site)
        where TKey : notnull => Hook.Current is null ? source.ToDictionary(keySelector)
            : Folded(() => Results(source, false, site).ToDictionary(keySelector));

    public static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector,
        Func<TSource, TElement> elementSelector, string site) where TKey : notnull =>
        Hook.Current is null ? source.ToDictionary(keySelector, elementSelector)
            : Folded(() => Results(source, false, site).ToDictionary(keySelector, elementSelector));

    public static ILookup<TKey, TSource> ToLookup<TSource, TKey>(
        ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, string site)
        where TKey : notnull => Hook.Current is null ? source.ToLookup(keySelector)
            : Folded(() => Results(source, true, site).ToLookup(keySelector));

    public static int Count<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is null ? source.Count() : Results(source, false, site).Count;

    public static int Count<TSource>(
        ParallelQuery<TSource> source, Func<TSource, bool> predicate, string site) =>
        Hook.Current is null ? source.Count(predicate) : Count(Where(source, predicate, site), site);

    public static long LongCount<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is null ? source.LongCount() : Results(source, false, site).Count;

    public static long LongCount<TSource>(
        ParallelQuery<TSource> source, Func<TSource, bool> predicate, string site) =>
        Hook.Current is null ? source.LongCount(predicate) : Count(Where(source, predicate, site), site);

    public static bool Any<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is { } operation
            ? QueryRun.HasAny(operation, Queries.Of(operation, source, site), site)
            : source.Any();

    public static bool Any<TSource>(
        ParallelQuery<TSource> source, Func<TSource, bool> predicate, string site) =>
        Hook.Current is null ? source.Any(predicate) : Any(Where(source, predicate, site), site);

    public static bool All<TSource>(
        ParallelQuery<TSource> source, Func<TSource, bool> predicate, string site)
    {
        if (Hook.Current is null) return source.All(predicate);
        ArgumentNullException.ThrowIfNull(predicate);
        return !Any(Where(source, item => !predicate(item), site), site);
    }

    public static bool Contains<TSource>(ParallelQuery<TSource> source, TSource value, string site) =>
        Hook.Current is null ? source.Contains(value)
            : Any(Where(source, item => EqualityComparer<TSource>.Default.Equals(item, value), site), site);

    public static TSource First<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is { } operation
            ? QueryRun.First(operation, Queries.Of(operation, source, site), site).First()
            : source.First();

    public static TSource First<TSource>(
        ParallelQuery<TSource> source, Func<TSource, bool> predicate, string site) =>
        Hook.Current is null ? source.First(predicate) : First(Where(source, predicate, site), site);

    public static TSource? FirstOrDefault<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is { } operation
            ? QueryRun.First(operation, Queries.Of(operation, source, site), site).FirstOrDefault()
            : source.FirstOrDefault();

    public static TSource? FirstOrDefault<TSource>(
        ParallelQuery<TSource> source, Func<TSource, bool> predicate, string site) =>
        Hook.Current is null ? source.FirstOrDefault(predicate)
            : FirstOrDefault(Where(source, predicate, site), site);

    private static List<T> Results<T>(ParallelQuery<T> source, bool showsOrder, string site) =>
        QueryRun.All(Hook.Current!, Queries.Of(Hook.Current!, source, site), showsOrder, site);

    /// <summary>What fails while the results are put together is told as if it were a body's.</summary>
    private static T Folded<T>(Func<T> fold)
    {
        try
        {
            return fold();
        }
        catch (Exception exception) when (exception is not (Unwinding or AggregateException
            or OperationCanceledException or ArgumentNullException { ParamName: "source" }))
        {
            throw new AggregateException(exception);
        }
    }
}

/// <summary>Going through a query.</summary>
[Models(typeof(ParallelQuery<>))]
public static class ParallelQueryModel
{
    public static IEnumerator<TSource> GetEnumerator<TSource>(
        ParallelQuery<TSource> source, string site) => Hook.Current is { } operation
            ? new QuerySource<TSource>(Queries.Of(operation, source, site), site).GetEnumerator()
            : source.GetEnumerator();
}

/// <summary>Going through one that is sorted.</summary>
[Models(typeof(OrderedParallelQuery<>))]
public static class OrderedParallelQueryModel
{
    public static IEnumerator<TSource> GetEnumerator<TSource>(
        OrderedParallelQuery<TSource> source, string site) =>
        ParallelQueryModel.GetEnumerator(source, site);
}
