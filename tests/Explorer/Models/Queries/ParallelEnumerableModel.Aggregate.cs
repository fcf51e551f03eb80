using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// One value of all.
public static partial class ParallelEnumerableModel
{
    /// <summary>With nothing to put parts together by, .NET goes through the results one by one.</summary>
    public static TAccumulate Aggregate<TSource, TAccumulate>(ParallelQuery<TSource> source,
        TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, string site)
    {
        if (Hook.Current is null) return source.Aggregate(seed, func);
        ArgumentNullException.ThrowIfNull(func);
        return Folded(() => Results(source, true, site).Aggregate(seed, func));
    }

    public static TResult Aggregate<TSource, TAccumulate, TResult>(ParallelQuery<TSource> source,
        TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func,
        Func<TAccumulate, TResult> resultSelector, string site)
    {
        if (Hook.Current is null) return source.Aggregate(seed, func, resultSelector);
        ArgumentNullException.ThrowIfNull(resultSelector);
        return Folded(() => resultSelector(Aggregate(source, seed, func, site)));
    }

    public static TResult Aggregate<TSource, TAccumulate, TResult>(ParallelQuery<TSource> source,
        TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> updateAccumulatorFunc,
        Func<TAccumulate, TAccumulate, TAccumulate> combineAccumulatorsFunc,
        Func<TAccumulate, TResult> resultSelector, string site) => Hook.Current is { } operation
            ? InParts(operation, source, () => seed,
                updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector, site)
            : source.Aggregate(seed, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector);

    public static TResult Aggregate<TSource, TAccumulate, TResult>(ParallelQuery<TSource> source,
        Func<TAccumulate> seedFactory, Func<TAccumulate, TSource, TAccumulate> updateAccumulatorFunc,
        Func<TAccumulate, TAccumulate, TAccumulate> combineAccumulatorsFunc,
        Func<TAccumulate, TResult> resultSelector, string site) => Hook.Current is { } operation
            ? InParts(operation, source, seedFactory,
                updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector, site)
            : source.Aggregate(seedFactory, updateAccumulatorFunc, combineAccumulatorsFunc, resultSelector);

    private static TResult InParts<T, TAccumulate, TResult>(Operation operation,
        ParallelQuery<T> source, Func<TAccumulate> seed, Func<TAccumulate, T, TAccumulate> update,
        Func<TAccumulate, TAccumulate, TAccumulate> combine, Func<TAccumulate, TResult> select, string site)
    {
        ArgumentNullException.ThrowIfNull(seed, "seedFactory");
        ArgumentNullException.ThrowIfNull(update, "updateAccumulatorFunc");
        ArgumentNullException.ThrowIfNull(combine, "combineAccumulatorsFunc");
        ArgumentNullException.ThrowIfNull(select, "resultSelector");
        var parts = new Accumulators<TAccumulate>(operation, seed, site);
        var query = Queries.Of(operation, source, site).Then<int>((item, _) =>
        {
            var part = parts.Take();
            part.Value = update(part.Value, item);
            parts.GiveBack(part);
        });
        QueryRun.All(operation, query, false, site);
        return Folded(() => select(parts.Values is [var first, .. var rest]
            ? rest.Aggregate(first, combine) : seed()));
    }
}

/// <summary>
/// The parts of an aggregate. An element goes into a part that nobody is at just now, or into a new one:
/// so all may come into one, or each into one of its own.
/// </summary>
internal sealed class Accumulators<T>(Operation operation, Func<T> seed, string site)
{
    private readonly Stack<Part> _idle = [];
    private readonly List<Part> _all = [];
    private readonly Location _location =
        operation.Execution.Memory.Of(new object(), LocationName.Model, operation);

    internal T[] Values => [.. _all.Select(part => part.Value)];

    internal Part Take()
    {
        Change(EventKind.Take);
        if (_idle.TryPop(out var idle)) return idle;
        var part = new Part();
        _all.Add(part);
        part.Value = seed();
        return part;
    }

    internal void GiveBack(Part part)
    {
        Change(EventKind.Put);
        _idle.Push(part);
    }

    private void Change(EventKind kind)
    {
        Primitive.Write(Hook.Current!, _location, kind, releases: true, site);
        // Who works on a part sees what was done to it before.
        var execution = Hook.Current!.Execution;
        execution.Trace[execution.Trace.Count - 1].Acquires = true;
    }

    internal sealed class Part
    {
        internal T Value { get; set; } = default!;
    }
}
