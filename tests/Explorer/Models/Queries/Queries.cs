using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What stands for a query: a real one that nobody runs, around a sequence that runs the query, for
/// library code that is handed it.
/// </summary>
internal static class Queries
{
    internal static ParallelQuery<T> Make<T>(Operation operation, Query<T> query, string site)
    {
        var carrier = new QuerySource<T>(query, site).AsParallel();
        operation.Execution.Models[carrier] = query;
        return carrier;
    }

    internal static OrderedParallelQuery<T> Make<T>(Operation operation, OrderedQuery<T> query, string site)
    {
        var carrier = new QuerySource<T>(query, site).AsParallel().OrderBy(static _ => 0);
        operation.Execution.Models[carrier] = query;
        return carrier;
    }

    internal static Query<T> Of<T>(Operation operation, ParallelQuery<T> carrier, string site)
    {
        ArgumentNullException.ThrowIfNull(carrier, "source");
        return operation.Execution.Models.TryGetValue(carrier, out var known) ? (Query<T>)known
            : throw operation.Execution.Refuse("a parallel query made outside the test's body",
                "make it inside", site);
    }
}
