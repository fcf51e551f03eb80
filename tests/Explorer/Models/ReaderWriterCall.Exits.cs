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
        // Not a mere read: readers' entries, which it counts, commute with reads.
        Execution.Announce(_operation, EventKind.AtomicRead, _site);
        _operation.Next.Location = _location;
        _operation.Next.Mode = AccessMode.Write;
        _operation.Execution.Perform(_operation);
        return State.Readers - (State.Upgrader == 0 ? 0 : 1);
    }

    internal void Dispose()
    {
        if (_operation.Execution.IsOver) return;
        AtomicCall.Perform(_operation, _location, EventKind.AtomicWrite, _site);
        if (State.WaitingWriters > 0 || Own.Total > 0)
        {
            throw new SynchronizationLockException(
                "The lock is being disposed while still being used. "
                + "It either is being held by a thread and/or has active waiters waiting.");
        }
        _holds.IsDisposed = true;
    }

    /// <param name="queues">Whether an attempt that fails makes itself known as waiting.</param>
    private bool Enter(
        Func<ReaderWriterState, bool> admits, EventKind kind, int limit, bool queues = false)
    {
        if (limit > 0) return IsEnteredInTime(admits, limit, hasTried: false);
        var waits = limit < 0;
        Execution.Announce(_operation, waits ? kind : EventKind.TryAcquire, _site);
        ref var next = ref _operation.Next;
        next.Location = _location;
        next.Acquires = true;
        next.Mode = waits && kind == EventKind.AcquireShared ? AccessMode.Read : AccessMode.Write;
        if (waits)
        {
            next.Guard = Guard.Custom;
            next.Condition = new ReaderWriterState.Admits(_location, admits);
        }
        _operation.Execution.Perform(_operation);
        var enters = waits || admits(State);
        if (!waits) Tried(enters, queues);
        if (enters) Own.Since = _site;
        return enters;
    }

    /// <param name="hasTried">Whether an attempt that didn't wait has failed already.</param>
    private bool IsEnteredInTime(Func<ReaderWriterState, bool> admits, int limit, bool hasTried)
    {
        var condition = new ReaderWriterState.Admits(_location, admits);
        var waiting = new Waiting(EventKind.TryAcquire, _location, AccessMode.Write, condition, _site);
        var enters = hasTried
            ? waiting.UntilAlarm(_operation, limit)
            : waiting.Within(_operation, limit);
        if (enters) Own.Since = _site;
        return enters;
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

    private void ThrowIfDisposed() =>
        ObjectDisposedException.ThrowIf(_holds.IsDisposed, typeof(ReaderWriterLockSlim));

    private static LockRecursionException Recursion(string message) => new(message);

    private static SynchronizationLockException Mismatch(string which) =>
        new($"The {which} lock is being released without being held.");
}
