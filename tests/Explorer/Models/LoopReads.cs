using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a round of a loop read, and whether it did anything else: told by the trace.</summary>
/// <remarks>
/// Walks back from the end of the round, so that a round that changed something is known at once, and
/// counts on its way what others changed: that is what the loop's next round will find. What the round
/// itself made and nobody else knows does not count, nor do threads and tasks that it started and that
/// have ended: a later round has its own.
/// </remarks>
internal sealed class LoopReads
{
    private readonly Operation _operation;
    private readonly Trace _trace;
    private readonly int _start;
    private readonly int _allocations;
    private readonly List<(Location Location, int Version)> _reads = [];
    private readonly Dictionary<Location, int> _changesAfter = [];

    /// <summary>What the round has acquired and released: how often it must still acquire.</summary>
    private readonly Dictionary<Location, int> _held = [];

    /// <summary>Monitors in which the round has waited until its time was up.</summary>
    private readonly HashSet<Location> _waitedIn = [];

    /// <summary>What the event after the present one asked about.</summary>
    private Location? _asked;

    /// <summary>What others have looked at, or tried to acquire, during the round.</summary>
    private readonly HashSet<Location> _observed = [];

    private LoopReads(Operation operation, int start, int allocations)
    {
        _operation = operation;
        _trace = operation.Execution.Trace;
        _start = start;
        _allocations = allocations;
    }

    /// <summary>The locations, in the order in which they were read first, with their versions then.</summary>
    internal IReadOnlyList<(Location Location, int Version)> Reads => _reads;

    /// <summary>
    /// Whether the round waited in a monitor, which it holds again: then the next one must wait there
    /// for a change, and not at the loop's head, where it would keep everybody out.
    /// </summary>
    internal bool WaitedInMonitor => _waitedIn.Count > 0;

    /// <summary>
    /// Whether the round asked whether a pause of its own was over, and it was. Another time it may not be.
    /// </summary>
    internal bool IsTimed { get; private set; }

    /// <returns>Null if the round changed something, or read nothing.</returns>
    internal static LoopReads? Of(Operation operation, int start, int allocations)
    {
        var reads = new LoopReads(operation, start, allocations);
        return reads.IsWait() ? reads : null;
    }

    /// <summary>The same where nothing need have been read.</summary>
    /// <returns>Null if something was changed.</returns>
    internal static IReadOnlyList<(Location Location, int Version)>? OfHarmless(
        Operation operation, int start, int allocations)
    {
        var reads = new LoopReads(operation, start, allocations);
        return reads.IsWait() || reads._isHarmless ? reads._reads : null;
    }

    private bool _isHarmless;

    private bool IsWait()
    {
        for (var i = _trace.Count - 1; i >= _start; i--)
        {
            ref var e = ref _trace[i];
            if (!IsOwn(e.Operation))
            {
                if (!IsUnobserved(e)) return false;
                continue;
            }
            NoteTiming(e);
            if (!IsHarmless(e)) return false;
        }
        if (_held.Values.Any(count => count != 0) || _waitedIn.Overlaps(_observed)
            || _operation.Execution.Operations.Any(IsUnfinished)) return false;
        _reads.Reverse();
        _isHarmless = true;
        return _reads.Count > 0;
    }

    /// <summary>A pause ended, and the very next event asked whether it had: that could have come first.</summary>
    private void NoteTiming(in Event e)
    {
        if (e.Kind == EventKind.TimeOut) IsTimed |= e.Location == _asked;
        else _asked = e.Kind == EventKind.Check ? e.Location : null;
    }

    /// <summary>Whether it is the loop's operation, or was started by the round.</summary>
    private bool IsOwn(Operation? operation)
    {
        if (operation == _operation) return true;
        // What a static initializer made stays: it is no round's own.
        if (operation is null || operation.LaunchedAt < _start) return false;
        return operation.Creator is { } creator && IsOwn(creator);
    }

    private bool IsUnfinished(Operation operation) => operation != _operation && IsOwn(operation)
        && (operation.Alarm is { } alarm ? alarm.Location.State == alarm.Armed : !operation.HasEnded);

    private bool IsHarmless(in Event e)
    {
        switch (e.Kind)
        {
            // The clock: a later round pauses anew.
            case EventKind.SetAlarm:
                return IsHarmless(e.More, isPause: true);
            // The end of a pause, or of a limit in a monitor, where it leaves the queue.
            case EventKind.TimeOut:
                return IsFresh(e.Location!);
            // The last location is the awaiting method's own.
            case EventKind.AwaitTask when Continuation.GoesOnBy(e):
                return e.More is not { } more || IsHarmless(e.Location!, e.Mode, e.Unchanged)
                    && IsHarmless(more[..^1], isPause: false);
            case EventKind.Sleep:
            case EventKind.Suspend:
            case EventKind.Wait:
                return true;
            case EventKind.Wake:
                _waitedIn.Add(e.Location!);
                return e.More![0].Location.State == Alarm.Fired;
            // It was in the queue until its time was up.
            case EventKind.Permit when !e.Unchanged && e.Value == Waiting.InVain:
                Read(e.Location!);
                return Array.TrueForAll(e.More ?? [], a => a.Location.State == Alarm.Fired);
            case EventKind.Release:
            case EventKind.Give:
                return Holds(e.Location!, 1) && IsHarmless(e.More, isPause: false);
            case EventKind.Acquire:
            case EventKind.AcquireShared:
            case EventKind.TryAcquire or EventKind.Permit when !e.Unchanged:
                return Holds(e.Location!, -1) && IsHarmless(e.More, isPause: false);
        }
        return (e.Location is not { } location || IsHarmless(location, e.Mode, e.Unchanged))
            && IsHarmless(e.More, isPause: false, e.Unchanged);
    }

    private bool IsHarmless(Access[]? accesses, bool isPause, bool isUnchanged = false)
    {
        foreach (var (location, mode) in accesses ?? [])
        {
            if (isPause && Execution.IsClock(location)) continue;
            if (!IsHarmless(location, isPause ? AccessMode.Read : mode, isUnchanged)) return false;
        }
        return true;
    }

    private bool IsHarmless(Location location, AccessMode mode, bool isUnchanged)
    {
        if (IsFresh(location)) return true;
        if (mode.Changes && !isUnchanged) return false;
        Read(location);
        return true;
    }

    /// <summary>Whether it is of an object that the round made, or the life of what it started.</summary>
    private bool IsFresh(Location location)
    {
        var (creator, number, _) = location.Name;
        if (creator == LocationName.Lifecycles)
            return number != _operation.Id && IsOwn(_operation.Execution.Identities.Known(number));
        if (creator < 0 || number <= 0) return false;
        if (creator == _operation.Id) return number > _allocations;
        return IsOwn(_operation.Execution.Identities.Known(creator));
    }

    /// <summary>Backwards: first the release, then what it was acquired by.</summary>
    private bool Holds(Location location, int change)
    {
        var held = _held.GetValueOrDefault(location) + change;
        _held[location] = held;
        return held >= 0;
    }

    /// <summary>What others have done meanwhile. Whoever saw a lock held by the round can tell it.</summary>
    private bool IsUnobserved(in Event e)
    {
        if (e.Location is { } location && (e.Unchanged || !e.Mode.Changes))
        {
            if (_held.GetValueOrDefault(location) > 0) return false;
            _observed.Add(location);
        }
        if (e.Unchanged) return true;
        if (e.Location is { } changed && e.Mode.Changes) Changed(changed);
        foreach (var access in e.More ?? [])
        {
            if (access.Mode.Changes) Changed(access.Location);
        }
        return true;
    }

    private void Changed(Location location) =>
        _changesAfter[location] = _changesAfter.GetValueOrDefault(location) + 1;

    /// <summary>Keeps the earliest read, which is met last.</summary>
    private void Read(Location location)
    {
        var version = location.Version - _changesAfter.GetValueOrDefault(location);
        var known = _reads.FindIndex(r => r.Location == location);
        if (known >= 0) _reads.RemoveAt(known);
        _reads.Add((location, version));
    }
}
