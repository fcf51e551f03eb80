using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <content>Exits, and the events of entries and exits.</content>
internal sealed partial class ReaderWriterCall
{
    internal void ExitRead()
    {
        if (_operation.Execution.IsOver) return;
        if (Own.Reads < 1) throw Mismatch("read");
        if (Own.Reads == 1)
        {
            Exit(AccessMode.Add);
            State = State with { Readers = State.Readers - 1 };
        }
        Own.Reads--;
    }

    internal void ExitWrite()
    {
        if (_operation.Execution.IsOver) return;
        if (Own.Writes < 1) throw Mismatch("write");
        if (Own.Writes == 1)
        {
            Exit(AccessMode.Write);
            State = State with { Writer = 0 };
        }
        Own.Writes--;
    }

    internal void ExitUpgradeable()
    {
        if (_operation.Execution.IsOver) return;
        if (Own.Upgrades < 1) throw Mismatch("upgradeable");
        if (Own.Upgrades == 1)
        {
            Exit(AccessMode.Write);
            State = State with { Readers = State.Readers - 1, Upgrader = 0 };
        }
        Own.Upgrades--;
    }

    internal int CountReaders()
    {
        var state = Ask();
        return state.Readers - (state.Upgrader == 0 ? 0 : 1);
    }

    /// <summary>How many threads wait. From here on, each wait begins by an event of its own.</summary>
    internal int CountWaiting(Func<ReaderWriterState, int> count)
    {
        var state = Ask();
        return BeginsByAttempt || _operation.Unscheduled > 0 ? count(state) : throw SeesWaits();
    }

    private Unwinding SeesWaits() =>
        _operation.Execution.Learns(insight => insight.HasSeenWaits(_location.Name));

    private ReaderWriterState Ask()
    {
        // Not a mere read: readers' entries, which it counts, commute with reads.
        Execution.Announce(_operation, EventKind.AtomicRead, _site);
        _operation.Next.Location = _location;
        _operation.Next.Mode = AccessMode.Write;
        _operation.Execution.Perform(_operation);
        return State;
    }

    internal void Dispose()
    {
        if (_operation.Execution.IsOver) return;
        Disposal.Announce(_operation, _gate, _location, _site);
        _operation.Execution.Perform(_operation);
        if (!_location.IsDisposed && (State.HasWaiters || Own.Total > 0))
        {
            throw new SynchronizationLockException(
                "The lock is being disposed while still being used. "
                + "It either is being held by a thread and/or has active waiters waiting.");
        }
        Disposal.Happened(_operation, _location);
    }

    private bool BeginsByAttempt => _operation.Execution.Insight.SeesWaits(_location.Name);

    /// <param name="waits">What a thread changes when it begins (1) or ceases (-1) to wait.</param>
    /// <param name="attempts">Whether a wait begins by an attempt.</param>
    private bool Enter(Func<ReaderWriterState, bool> admits, EventKind kind, int limit,
        Func<ReaderWriterState, int, ReaderWriterState> waits, bool attempts = false)
    {
        var condition = new ReaderWriterState.Admits(_location, admits);
        // Only a waiting writer keeps others out. All else that waits is seen by who counts, or disposes.
        var isSeen = attempts || BeginsByAttempt;
        if (limit < 0 && !isSeen) Wait(kind, condition, mayBeDisposed: true);
        else if (!Attempts(admits, queues: limit != 0 && isSeen))
        {
            if (limit == 0) return false;
            if (isSeen) State = waits(State, 1);
            var enters = true;
            if (limit < 0) Wait(kind, condition, mayBeDisposed: false);
            else
            {
                enters = new Waiting(
                    EventKind.TryAcquire, _location, AccessMode.Write, condition, _site)
                    .UntilAlarm(_operation, limit);
            }
            if (isSeen) State = waits(State, -1);
            else if (_location.IsDisposed) throw SeesWaits();
            if (!enters) return false;
        }
        Own.Since = _site;
        return true;
    }

    private void Wait(EventKind kind, ReaderWriterState.Admits condition, bool mayBeDisposed)
    {
        var isRead = mayBeDisposed && kind == EventKind.AcquireShared;
        Announce(kind, isRead ? AccessMode.Read : AccessMode.Write);
        ref var next = ref _operation.Next;
        next.Guard = Guard.Custom;
        next.Condition = mayBeDisposed ? new OrDisposed(condition, [_location]) : condition;
        var execution = _operation.Execution;
        execution.Perform(_operation);
        if (!mayBeDisposed || !_location.IsDisposed) return;
        // Only the disposal has let it happen: had it begun before, it would have been seen waiting.
        if (_operation.Unscheduled == 0 && !condition.Holds(execution.Now)) throw SeesWaits();
        throw Disposal.In(_operation, null);
    }

    /// <param name="queues">Whether an attempt that fails makes itself known as waiting.</param>
    private bool Attempts(Func<ReaderWriterState, bool> admits, bool queues)
    {
        Announce(EventKind.TryAcquire, AccessMode.Write);
        _operation.Execution.Perform(_operation);
        Disposal.ThrowIfDisposed(_operation, _location, null);
        var enters = admits(State);
        Tried(enters, queues);
        return enters;
    }

    private void Announce(EventKind kind, AccessMode mode)
    {
        Execution.Announce(_operation, kind, _site);
        ref var next = ref _operation.Next;
        next.Location = _location;
        next.Acquires = true;
        next.Mode = mode;
    }

    private void Tried(bool enters, bool queues)
    {
        var trace = _operation.Execution.Trace;
        ref var performed = ref trace[trace.Count - 1];
        performed.Value = enters ? "taken" : "busy";
        performed.Acquires = enters;
        if (!enters && !queues) LoopWaits.Failed(_operation);
    }

    private void Exit(AccessMode mode)
    {
        Execution.Announce(_operation, EventKind.Release, _site);
        ref var next = ref _operation.Next;
        next.Location = _location;
        next.Mode = mode;
        next.Releases = true;
        _operation.Execution.Perform(_operation);
        _operation.LocksHeld--;
    }

    /// <summary>Where the call has no event of its own.</summary>
    private void ThrowIfDisposed() => Disposal.Check(_operation, _gate, _location, null, _site);

    private LockRecursionException Recursion(string message)
    {
        ThrowIfDisposed();
        return new(message);
    }

    private static SynchronizationLockException Mismatch(string which) =>
        new($"The {which} lock is being released without being held.");
}
