using System.Numerics;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Asynchronous bodies: each call is an operation of its own.
public static partial class ParallelModel
{
    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body, string site) =>
        ForEachAsync(source, new ParallelOptions(), body, site);

    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source,
        CancellationToken cancellationToken,
        Func<TSource, CancellationToken, ValueTask> body, string site) =>
        ForEachAsync(source, new ParallelOptions { CancellationToken = cancellationToken }, body, site);

    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source,
        ParallelOptions parallelOptions,
        Func<TSource, CancellationToken, ValueTask> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        if (Hook.Current is not { } operation) return Parallel.ForEachAsync(source, parallelOptions,
            body);
        if (Cancellation.IsRequestedOf(operation, parallelOptions.CancellationToken, site))
            return Task.FromCanceled(parallelOptions.CancellationToken);
        return new ParallelFlows(operation, parallelOptions, site)
            .Run(operation, new ParallelItems<TSource>(operation, source, site), body);
    }

    public static Task ForEachAsync<TSource>(IAsyncEnumerable<TSource> source,
        Func<TSource, CancellationToken, ValueTask> body, string site) =>
        ForEachAsync(source, new ParallelOptions(), body, site);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source, CancellationToken cancellationToken,
        Func<TSource, CancellationToken, ValueTask> body, string site) =>
        ForEachAsync(source, new ParallelOptions { CancellationToken = cancellationToken }, body, site);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source, ParallelOptions parallelOptions,
        Func<TSource, CancellationToken, ValueTask> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        if (Hook.Current is not { } operation) return Parallel.ForEachAsync(source, parallelOptions,
            body);
        if (Cancellation.IsRequestedOf(operation, parallelOptions.CancellationToken, site))
            return Task.FromCanceled(parallelOptions.CancellationToken);
        return new ParallelFlows(operation, parallelOptions, site).Run(operation, source, body);
    }

    public static Task ForAsync<T>(T fromInclusive, T toExclusive,
        Func<T, CancellationToken, ValueTask> body, string site)
        where T : notnull, IBinaryInteger<T> =>
        ForAsync(fromInclusive, toExclusive, new ParallelOptions(), body, site);

    public static Task ForAsync<T>(T fromInclusive, T toExclusive,
        CancellationToken cancellationToken,
        Func<T, CancellationToken, ValueTask> body, string site)
        where T : notnull, IBinaryInteger<T> => ForAsync(fromInclusive, toExclusive,
            new ParallelOptions { CancellationToken = cancellationToken }, body, site);

    public static Task ForAsync<T>(T fromInclusive, T toExclusive, ParallelOptions parallelOptions,
        Func<T, CancellationToken, ValueTask> body, string site)
        where T : notnull, IBinaryInteger<T>
    {
        ArgumentNullException.ThrowIfNull(fromInclusive);
        ArgumentNullException.ThrowIfNull(toExclusive);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        if (Hook.Current is not { } operation)
            return Parallel.ForAsync(fromInclusive, toExclusive, parallelOptions, body);
        if (Cancellation.IsRequestedOf(operation, parallelOptions.CancellationToken, site))
            return Task.FromCanceled(parallelOptions.CancellationToken);
        var items = new List<T>();
        for (var i = fromInclusive; i < toExclusive; i++)
        {
            items.Add(i);
            // More than can be explored: no need to count them all.
            if (items.Count > Identities.MaxOperations) break;
        }
        return new ParallelFlows(operation, parallelOptions, site).Run(operation, new ParallelItems<T>([.. items], site), body);
    }
}
