using Interleavings.Scheduling;

namespace Interleavings.Models;

// Who goes on when it is complete: by the event that completes it, and inside it.
internal sealed partial class Completion
{
    private readonly List<(Continuation Continuation, Completion Awaited)> _waiters = [];
    private readonly List<Watcher> _watchers = [];
    private Continuation? _met;

    public Access[]? Also => _watchers.Count == 0 ? null
        : Access.Union(_watchers.SelectMany(watcher => watcher.Touched));

    internal void Announce(Operation operation, string site, Location? also = null)
    {
        Execution.Announce(operation, EventKind.Complete, site);
        ref var next = ref operation.Next;
        next.Location = Location;
        next.Mode = AccessMode.Write;
        next.Acquires = next.Releases = true;
        List<Access> more = [.. Also ?? [], .. Touched()];
        if (also is not null) more.Add(new(also, AccessMode.Write));
        next.More = null;
        foreach (var access in more) Touches(ref next, access);
    }

    /// <summary>What an event touches that completes this among other things.</summary>
    internal Access[] WhenReached =>
        [new(Location, AccessMode.Write), .. Also ?? [], .. Touched()];

    /// <summary>By a call that completes it: who has joined, and all else that they wait for.</summary>
    private IEnumerable<Access> Touched()
    {
        if (Gate is null) yield break;
        yield return new(Gate, AccessMode.Write);
        foreach (var (waiter, awaited) in _waiters)
        {
            foreach (var access in Touched(waiter, awaited)) yield return access;
        }
        if (!RunsWaiters) yield break;
        foreach (var watcher in _watchers)
        {
            foreach (var access in watcher.Completion?.Touched() ?? []) yield return access;
        }
    }

    private static IEnumerable<Access> Touched(Continuation waiter, Completion awaited) =>
        awaited.Leaves.Select(leaf => new Access(leaf, AccessMode.Read) { Owing = waiter.Seat })
            .Prepend(new(waiter.Seat, AccessMode.Write) { Owing = waiter.Seat });

    private static void Touches(ref Event next, Access access)
    {
        if (next.Location == access.Location) return;
        var more = next.More ?? [];
        var known = Array.FindIndex(more, m => m.Location == access.Location);
        if (known < 0)
        {
            next.More = [.. more, access];
            return;
        }
        var both = access.Mode == AccessMode.Write ? access : more[known];
        if (access.Owing != more[known].Owing) both = new(both.Location, both.Mode);
        next.More = [.. more[..known], both, .. more[(known + 1)..]];
    }

    /// <summary>Those who have joined, in order: each runs here and now, if .NET would run it here.</summary>
    internal void RunWaiters(Operation operation)
    {
        if (Gate is null) return;
        var ready = new List<(Continuation Continuation, Completion Awaited)>();
        Ready(ready);
        foreach (var (waiter, _) in ready)
        {
            if (waiter.CanRunHere) waiter.Take();
        }
        if (Resuming == Resuming.LikeTask && ready.Count > 1)
            ready = [.. ready.OrderBy(joined => !joined.Continuation.GoesFirst)];
        foreach (var (waiter, awaited) in ready)
        {
            if (!waiter.IsTaken) continue;
            var execution = operation.Execution;
            ref var last = ref execution.Trace[operation.LastEvent];
            last.Sources = [.. last.Sources ?? [], waiter.Seat, .. awaited.Sources];
            waiter.RunOn(operation);
        }
    }

    /// <summary>Those for whom this was the last, in order.</summary>
    private void Ready(List<(Continuation Continuation, Completion Awaited)> ready)
    {
        foreach (var joined in _waiters)
        {
            if (joined.Awaited.IsComplete && !ready.Contains(joined)) ready.Add(joined);
        }
        if (!RunsWaiters) return;
        foreach (var watcher in _watchers)
        {
            if (watcher.Completion is { } next && next.CompletedAt == CompletedAt) next.Ready(ready);
        }
    }

    /// <summary>What an event touches after which a continuation waits for this.</summary>
    internal IEnumerable<Location> GatesFor(Execution execution, Continuation waiter) =>
        Resuming != Resuming.Posts || !waiter.HasPlace ? Gates
            : [Gate ?? throw execution.Doubt()];

    /// <summary>In the event that touches <see cref="GatesFor"/>.</summary>
    internal void Join(Execution execution, Continuation waiter) => Join(execution, waiter, this);

    private void Join(Execution execution, Continuation waiter, Completion awaited)
    {
        foreach (var part in _parts) part.Join(execution, waiter, awaited);
        if (Gate is null || CompletedAt >= 0 && !EndsUnseen) return;
        if (!RunsWaiters && (awaited != this || !waiter.HasPlace)) return;
        _waiters.Add((waiter, awaited));
        foreach (var access in Touched(waiter, awaited))
            TouchedToo(execution, Gate, access,
                EventKind.Complete, EventKind.Put, EventKind.Take, EventKind.Give, EventKind.Dispose);
    }

    /// <summary>
    /// Somebody waits whom .NET would run on the thread that completes it. As long as there is only
    /// one, nobody can tell that from an operation of its own: who completes it has nothing more to
    /// do. A second would have to wait until the first gives way.
    /// </summary>
    internal void IsAwaitedBy(Execution execution, Continuation waiter)
    {
        foreach (var part in _parts) part.IsAwaitedBy(execution, waiter);
        foreach (var candidate in Candidates) candidate.IsAwaitedBy(execution, waiter);
        if (!IsWork || execution.IsExact) return;
        if (IsHandedOver) throw execution.Doubt();
        _met ??= waiter;
        if (_met != waiter) throw execution.Doubt();
    }

    /// <summary>In the event that makes the watcher: from here on, completing this touches it.</summary>
    internal void Watch(Execution execution, Watcher watcher)
    {
        foreach (var part in _parts) part.Watch(execution, watcher);
        if (_parts.Length > 0) return;
        _watchers.Add(watcher);
        foreach (var access in watcher.Touched) CompletingTouches(execution, Location, access);
        if (RunsWaiters && Gate is not null
            && watcher.Completion is { RunsWaiters: true, Gate: { } gate })
            TouchedToo(execution, Gate, new(gate, AccessMode.Write), EventKind.Complete);
    }

    /// <summary>Who has announced to complete what has this location touches one more.</summary>
    internal static void CompletingTouches(Execution execution, Location location, Access access) =>
        TouchedToo(execution, location, access,
            EventKind.End, EventKind.Complete, EventKind.TimeOut, EventKind.Give,
            EventKind.Put, EventKind.Take, EventKind.GoOff, EventKind.Dispose);

    /// <summary>Who has announced to write a location of this one's touches one more.</summary>
    private static void TouchedToo(
        Execution execution, Location written, Access access, params EventKind[] kinds)
    {
        foreach (var operation in execution.Operations)
        {
            ref var next = ref operation.Next;
            if (operation.IsPending && kinds.Contains(next.Kind) && Writes(next, written))
                Touches(ref next, access);
        }
    }

    private static bool Writes(in Event next, Location location) => next.Location == location
        || next.More is { } more && Array.Exists(more, m => m == new Access(location, AccessMode.Write));
}
