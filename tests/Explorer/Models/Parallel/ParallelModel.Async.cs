using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Asynchronous bodies: each call is an operation of its own.
public static partial class ParallelModel
{
    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body, string site) =>
        ForEachAsync(source, new ParallelOptions(), body, site);

    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, CancellationToken cancellationToken,
        Func<TSource, CancellationToken, ValueTask> body, string site) =>
        ForEachAsync(source, new ParallelOptions { CancellationToken = cancellationToken }, body, site);

    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions,
        Func<TSource, CancellationToken, ValueTask> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        if (Hook.Current is not { } operation) return Parallel.ForEachAsync(source, parallelOptions, body);
        if (Cancellation.IsRequestedOf(operation, parallelOptions.CancellationToken, site))
            return Task.FromCanceled(parallelOptions.CancellationToken);
        return new ParallelFlows(operation, parallelOptions, site)
            .Run(operation, Items(operation, source, site), body);
    }
}
