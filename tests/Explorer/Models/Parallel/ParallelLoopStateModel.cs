using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What an iteration is given to end the loop by.</summary>
[Models(typeof(ParallelLoopState))]
public static class ParallelLoopStateModel
{
    /// <summary>Nothing but a name for the iteration: no public constructor makes one.</summary>
    internal static ParallelLoopState Make(Operation operation, ParallelLoop loop, long index)
    {
        var state = (ParallelLoopState)RuntimeHelpers.GetUninitializedObject(typeof(ParallelLoopState));
        operation.Execution.Models[state] = new Iteration(loop, index);
        return state;
    }

    public static void Stop(ParallelLoopState state, string site)
    {
        if (Known(state) is var (operation, iteration)) iteration.Loop.Stop(operation);
        else state.Stop();
    }

    public static void Break(ParallelLoopState state, string site)
    {
        if (Known(state) is var (operation, iteration)) iteration.Loop.Break(operation, iteration.Index);
        else state.Break();
    }

    public static bool get_IsStopped(ParallelLoopState state, string site) =>
        Seen(state, site) is { } iteration ? iteration.Loop.IsStopped : state.IsStopped;

    public static bool get_IsExceptional(ParallelLoopState state, string site) =>
        Seen(state, site) is { } iteration ? iteration.Loop.IsExceptional : state.IsExceptional;

    public static long? get_LowestBreakIteration(ParallelLoopState state, string site) =>
        Seen(state, site) is { } iteration ? iteration.Loop.LowestBreak : state.LowestBreakIteration;

    public static bool get_ShouldExitCurrentIteration(ParallelLoopState state, string site) =>
        Seen(state, site) is { } iteration
            ? iteration.Loop.IsStopped || iteration.Loop.IsExceptional
                || iteration.Loop.LowestBreak < iteration.Index
            : state.ShouldExitCurrentIteration;

    private static Iteration? Seen(ParallelLoopState state, string site)
    {
        if (Known(state) is not var (operation, iteration)) return null;
        Primitive.Read(operation, iteration.Loop.Location, site);
        return iteration;
    }

    private static (Operation, Iteration)? Known(ParallelLoopState state) =>
        Hook.Current is { } operation && operation.Execution.Models.TryGetValue(state, out var known)
            ? (operation, (Iteration)known) : null;

    private sealed record Iteration(ParallelLoop Loop, long Index);
}
