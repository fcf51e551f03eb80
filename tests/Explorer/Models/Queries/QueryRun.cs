using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Runs parallel queries.</summary>
/// <remarks>
/// Results that come in no promised order come in the order in which the bodies hand them on, and that
/// is an event for each: but only where somebody can see the order.
/// </remarks>
internal static class QueryRun
{
    /// <param name="showsOrder">Whether the caller can tell in which order the results come.</param>
    internal static List<T> All<T>(Operation operation, Query<T> query, bool showsOrder, string site)
    {
        var bodies = query.Bodies(operation);
        var loop = new ParallelLoop(operation, query.Settings.Options, site, isExactDegree: true);
        var results = new List<T>[bodies.Length];
        var output = showsOrder && !query.Settings.IsOrdered
            ? new QueryOutput<T>(operation, site) : null;
        loop.Run(operation, bodies.Length, i =>
        {
            var own = results[i] = [];
            bodies[i](output is null ? own.Add : output.Add);
        });
        return output?.Items ?? [.. results.Where(r => r is not null).SelectMany(r => r)];
    }

    /// <summary>The first result: of all in order, or of whoever comes first. The rest need not run.</summary>
    internal static List<T> First<T>(Operation operation, Query<T> query, string site)
    {
        var bodies = query.Bodies(operation);
        var loop = new ParallelLoop(operation, query.Settings.Options, site, isExactDegree: true);
        var results = new List<T>[bodies.Length];
        var output = new QueryOutput<T>(operation, site);
        loop.Run(operation, bodies.Length, i =>
        {
            var own = results[i] = [];
            bodies[i](query.Settings.IsOrdered ? own.Add : output.Add);
            if (own.Count > 0) loop.Break(Hook.Current!, i);
            else if (output.Items.Count > 0) loop.Stop(Hook.Current!);
        });
        return query.Settings.IsOrdered
            ? [.. results.Where(r => r is not null).SelectMany(r => r).Take(1)]
            : [.. output.Items.Take(1)];
    }

    /// <summary>Whether there is a result at all.</summary>
    internal static bool HasAny<T>(Operation operation, Query<T> query, string site)
    {
        var bodies = query.Bodies(operation);
        var loop = new ParallelLoop(operation, query.Settings.Options, site, isExactDegree: true);
        var found = new bool[bodies.Length];
        loop.Run(operation, bodies.Length, i =>
        {
            bodies[i](_ => found[i] = true);
            if (found[i]) loop.Stop(Hook.Current!);
        });
        return found.Contains(true);
    }

    /// <summary>Items in any order that nothing decides.</summary>
    internal static IEnumerable<T> InAnyOrder<T>(Operation operation, IReadOnlyList<T> items, string site)
    {
        if (items.Count < 2) return items;
        var output = new QueryOutput<T>(operation, site);
        new ParallelLoop(operation, null, site)
            .Run(operation, items.Count, i => output.Add(items[i]));
        return output.Items;
    }
}

/// <summary>Where bodies put their results, one after the other.</summary>
internal sealed class QueryOutput<T>
{
    private readonly string _site;

    internal QueryOutput(Operation operation, string site)
    {
        Location = operation.Execution.Memory.Of(this, LocationName.Model, operation);
        _site = site;
    }

    /// <summary>Its state is the number of results.</summary>
    internal Location Location { get; }

    internal List<T> Items { get; } = [];

    internal void Add(T item)
    {
        Primitive.Write(Hook.Current!, Location, EventKind.Put, releases: true, _site);
        Items.Add(item);
        Location.State = Items.Count;
    }
}
