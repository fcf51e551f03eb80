using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="Parallel"/>: each iteration is an operation of its own.</summary>
[Models(typeof(Parallel))]
public static partial class ParallelModel
{
    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, Action<int> body, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Loop(operation, fromInclusive, toExclusive, null, (i, _) => body(i), site)
            : Parallel.For(fromInclusive, toExclusive, body);
    }

    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, Action<int, ParallelLoopState> body, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Loop(operation, fromInclusive, toExclusive, null, (i, state) => body(i, state), site)
            : Parallel.For(fromInclusive, toExclusive, body);
    }

    public static ParallelLoopResult For<TLocal>(
        int fromInclusive, int toExclusive, Func<TLocal> localInit,
        Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(localInit);
        ArgumentNullException.ThrowIfNull(localFinally);
        return Hook.Current is { } operation
            ? Shared(operation, Count(fromInclusive, toExclusive), null, localInit,
                (i, state, value) => body(fromInclusive + i, state, value),
                localFinally, fromInclusive, site)
            : Parallel.For(fromInclusive, toExclusive, localInit, body, localFinally);
    }

    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int> body, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        return Hook.Current is { } operation
            ? Loop(operation, fromInclusive, toExclusive, parallelOptions, (i, _) => body(i), site)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);
    }

    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int, ParallelLoopState> body, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        return Hook.Current is { } operation
            ? Loop(operation, fromInclusive, toExclusive, parallelOptions, (i, state) => body(i, state), site)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);
    }

    public static ParallelLoopResult For<TLocal>(
        int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit,
        Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(localInit);
        ArgumentNullException.ThrowIfNull(localFinally);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        return Hook.Current is { } operation
            ? Shared(operation, Count(fromInclusive, toExclusive), parallelOptions, localInit,
                (i, state, value) => body(fromInclusive + i, state, value),
                localFinally, fromInclusive, site)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, localInit, body, localFinally);
    }

    public static ParallelLoopResult For(
        long fromInclusive, long toExclusive, Action<long> body, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Loop(operation, fromInclusive, toExclusive, null, (i, _) => body(i), site)
            : Parallel.For(fromInclusive, toExclusive, body);
    }

    public static ParallelLoopResult For(
        long fromInclusive, long toExclusive, Action<long, ParallelLoopState> body, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Hook.Current is { } operation
            ? Loop(operation, fromInclusive, toExclusive, null, (i, state) => body(i, state), site)
            : Parallel.For(fromInclusive, toExclusive, body);
    }

    public static ParallelLoopResult For<TLocal>(
        long fromInclusive, long toExclusive, Func<TLocal> localInit,
        Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(localInit);
        ArgumentNullException.ThrowIfNull(localFinally);
        return Hook.Current is { } operation
            ? Shared(operation, Count(fromInclusive, toExclusive), null, localInit,
                (i, state, value) => body(fromInclusive + i, state, value),
                localFinally, fromInclusive, site)
            : Parallel.For(fromInclusive, toExclusive, localInit, body, localFinally);
    }

    public static ParallelLoopResult For(
        long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long> body, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        return Hook.Current is { } operation
            ? Loop(operation, fromInclusive, toExclusive, parallelOptions, (i, _) => body(i), site)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);
    }

    public static ParallelLoopResult For(
        long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long, ParallelLoopState> body, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        return Hook.Current is { } operation
            ? Loop(operation, fromInclusive, toExclusive, parallelOptions, (i, state) => body(i, state), site)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, body);
    }

    public static ParallelLoopResult For<TLocal>(
        long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit,
        Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(localInit);
        ArgumentNullException.ThrowIfNull(localFinally);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        return Hook.Current is { } operation
            ? Shared(operation, Count(fromInclusive, toExclusive), parallelOptions, localInit,
                (i, state, value) => body(fromInclusive + i, state, value),
                localFinally, fromInclusive, site)
            : Parallel.For(fromInclusive, toExclusive, parallelOptions, localInit, body, localFinally);
    }

    private static ParallelLoopResult Loop(Operation operation, int from, int to,
        ParallelOptions? options, Action<int, ParallelLoopState> body, string site)
    {
        var loop = new ParallelLoop(operation, options, site);
        return loop.Run(operation, Count(from, to), i =>
            body(from + i, ParallelLoopStateModel.Make(operation, loop, from + i)));
    }

    private static ParallelLoopResult Shared<TLocal>(Operation operation, int count,
        ParallelOptions? options, Func<TLocal> first,
        Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> last, long from, string site)
    {
        var loop = new ParallelLoop(operation, options, site);
        return loop.Run(operation, count, first, (i, value) =>
            body(i, ParallelLoopStateModel.Make(operation, loop, from + i), value), last);
    }

    /// <summary>More than can be explored are as good as all.</summary>
    private static int Count(Int128 from, Int128 to) =>
        (int)Int128.Clamp(to - from, 0, short.MaxValue);

    private static ParallelLoopResult Loop(Operation operation, long from, long to,
        ParallelOptions? options, Action<long, ParallelLoopState> body, string site)
    {
        var loop = new ParallelLoop(operation, options, site);
        return loop.Run(operation, Count(from, to), i =>
            body(from + i, ParallelLoopStateModel.Make(operation, loop, from + i)));
    }
}
