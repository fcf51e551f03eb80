using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A round of a loop that changed nothing is a wait: another such round is the same, until something
/// that it read has changed. So the loop is blocked until then, instead of going round in every
/// interleaving (Kokologiannakis, Ren, Vafeiadis, Dynamic Partial Order Reductions for Spinloops,
/// FMCAD 2021). Exploration/SOUNDNESS.md has the argument.
/// </summary>
internal static class LoopWaits
{
    /// <summary>A round has ended that left its own variables as they were.</summary>
    /// <param name="start">How many events there were when it began.</param>
    /// <param name="allocations">How many objects the operation had made by then.</param>
    internal static void After(Operation operation, int start, int allocations, string site)
    {
        var execution = operation.Execution;
        if (LoopReads.Of(operation, start, allocations) is not { } round) return;
        var reads = round.Reads;
        if (round.WaitedInMonitor)
        {
            operation.TimesOutAfter = reads;
            return;
        }
        Execution.Announce(operation, EventKind.Spin, site);
        ref var next = ref operation.Next;
        next.Location = reads[0].Location;
        next.Mode = AccessMode.Read;
        next.Guard = Guard.Changed;
        next.Versions = [.. reads.Select(r => r.Version)];
        next.More = reads.Count == 1 ? null
            : [.. reads.Skip(1).Select(r => new Access(r.Location, AccessMode.Read))];
        operation.IsTimed = round.IsTimed;
        execution.Perform(operation);
        operation.IsTimed = false;
    }

    /// <summary>
    /// The last event was an attempt (to take a lock, to exchange) that came to nothing: it read.
    /// </summary>
    internal static void Failed(Operation operation)
    {
        // In an initializer on trial, nothing is put into the trace.
        if (operation.Trial is null) operation.Execution.Trace.Unchanged();
    }
}
