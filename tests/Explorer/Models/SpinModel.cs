using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A loop that only reads can't end before something it read has changed: so it waits for that,
/// instead of going round in every interleaving.
/// </summary>
internal static class SpinModel
{
    internal static void Wait(Operation operation, string site)
    {
        var execution = operation.Execution;
        execution.Round(operation, site);
        var reads = operation.SpinReads;
        if (reads is null || reads.Count == 0) return;
        Execution.Announce(operation, EventKind.Spin, site);
        ref var next = ref operation.Next;
        next.Location = reads[0].Location;
        next.Mode = AccessMode.Read;
        next.Guard = Guard.Changed;
        next.Versions = [.. reads.Select(r => r.Version)];
        next.More = reads.Count == 1 ? null
            : [.. reads.Skip(1).Select(r => new Access(r.Location, AccessMode.Read))];
        execution.Perform(operation);
    }

    /// <summary>Keeps what was read, with its version at that time, while in such a loop.</summary>
    internal static void Saw(Operation operation, Location location) =>
        operation.SpinReads?.Add((location, location.Version));

    /// <summary>
    /// A round that changed something is no waiting: the next one may go differently because of it.
    /// </summary>
    internal static void Changed(Operation operation) => operation.SpinReads = null;

    /// <summary>
    /// The last event was an attempt (to take a lock, to exchange) that came to nothing: it read.
    /// </summary>
    internal static void Failed(Operation operation, Location location)
    {
        if (operation.Trial is not null) return;
        operation.Execution.Trace.Unchanged(location);
        Saw(operation, location);
    }
}
