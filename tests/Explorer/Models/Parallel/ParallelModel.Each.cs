using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Over the items of a sequence.
public static partial class ParallelModel
{
    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, Action<TSource> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Each(operation, source, null, (item, _, _) => body(item), site)
            : Parallel.ForEach(source, body);
    }

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, Action<TSource, ParallelLoopState> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Each(operation, source, null, (item, state, _) => body(item, state), site)
            : Parallel.ForEach(source, body);
    }

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, Action<TSource, ParallelLoopState, long> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Each(operation, source, null, (item, state, i) => body(item, state, i), site)
            : Parallel.ForEach(source, body);
    }

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source, Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(localInit);
        ArgumentNullException.ThrowIfNull(localFinally);
        return Hook.Current is { } operation
            ? EachShared(operation, source, null, localInit, body, localFinally, site)
            : Parallel.ForEach(source, localInit, body, localFinally);
    }

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Each(operation, source, parallelOptions, (item, _, _) => body(item), site)
            : Parallel.ForEach(source, parallelOptions, body);
    }

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Each(operation, source, parallelOptions, (item, state, _) => body(item, state), site)
            : Parallel.ForEach(source, parallelOptions, body);
    }

    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Each(operation, source, parallelOptions, (item, state, i) => body(item, state, i), site)
            : Parallel.ForEach(source, parallelOptions, body);
    }

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(localInit);
        ArgumentNullException.ThrowIfNull(localFinally);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        return Hook.Current is { } operation
            ? EachShared(operation, source, parallelOptions, localInit, body, localFinally, site)
            : Parallel.ForEach(source, parallelOptions, localInit, body, localFinally);
    }

    private static ParallelLoopResult Each<TSource>(Operation operation,
        IEnumerable<TSource> source,
        ParallelOptions? options, Action<TSource, ParallelLoopState, long> body, string site)
    {
        var loop = new ParallelLoop(operation, options, site);
        var items = new ParallelItems<TSource>(operation, source, site);
        return loop.Run(operation, items.Count, i => body(
            items.Take(Hook.Current!, i), ParallelLoopStateModel.Make(operation, loop, i), i));
    }

    private static ParallelLoopResult EachShared<TSource, TLocal>(Operation operation,
        IEnumerable<TSource> source, ParallelOptions? options, Func<TLocal> first,
        Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> last, string site)
    {
        var items = new ParallelItems<TSource>(operation, source, site);
        return Shared(operation, items.Count, options, first,
            (i, state, value) => body(items.Take(Hook.Current!, i), state, value), last, 0, site);
    }

    public static void Invoke(Action[] actions, string site)
    {
        if (Hook.Current is { } operation) Invoke(operation, null, actions, site);
        else Parallel.Invoke(actions);
    }

    public static void Invoke(ParallelOptions parallelOptions, Action[] actions, string site)
    {
        ArgumentNullException.ThrowIfNull(parallelOptions);
        if (Hook.Current is { } operation) Invoke(operation, parallelOptions, actions, site);
        else Parallel.Invoke(parallelOptions, actions);
    }

    private static void Invoke(
        Operation operation, ParallelOptions? options, Action[] actions, string site)
    {
        ArgumentNullException.ThrowIfNull(actions);
        Action[] all = [.. actions];
        if (all.Contains(null))
            throw new ArgumentException("One of the actions was null.");
        new ParallelLoop(operation, options, site) { RunsAll = true, IsOnCaller = all.Length == 1 }
            .Run(operation, all.Length, i => all[i]());
    }
}
