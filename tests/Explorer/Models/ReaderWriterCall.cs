using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// One call of a ReaderWriterLockSlim, with the checks of .NET's <c>ReaderWriterLockSlim.cs</c> in
/// its order. Readers' entries commute, and so do their exits; an entry and an exit don't, because
/// the one may then rely on what the other has seen.
/// </summary>
internal sealed partial class ReaderWriterCall
{
    private readonly Operation _operation;
    private readonly Location _location;
    private readonly ReaderWriterHolds _holds;
    private readonly bool _recurses;
    private readonly string _site;

    private ReaderWriterCall(Operation operation, ReaderWriterLockSlim gate, string site)
    {
        _operation = operation;
        _location = operation.Execution.Memory.Of(gate, LocationName.Model, operation);
        _holds = ReaderWriterHolds.Of(_location);
        _recurses = gate.RecursionPolicy == LockRecursionPolicy.SupportsRecursion;
        _site = site;
    }

    internal ReaderWriterHolds.Counts Own => _holds[_operation];

    private ReaderWriterState State
    {
        get => ReaderWriterState.Of(_location.State);
        set => _location.State = value.Packed;
    }

    private int Me => _operation.Id + 1;

    // Not by the state: who has entered, and then awaited, is another thread now.
    private bool IsWriter => Own.Writes > 0;

    private bool IsUpgrader => Own.Upgrades > 0;

    /// <returns>Null outside an execution.</returns>
    internal static ReaderWriterCall? On(ReaderWriterLockSlim gate, string site) =>
        gate is not null && Hook.Current is { } operation ? new(operation, gate, site) : null;

    /// <param name="limit">In milliseconds; 0 only tries, and -1 waits for ever.</param>
    internal bool EnterRead(int limit)
    {
        ThrowIfDisposed();
        if (!_recurses)
        {
            if (IsWriter)
                throw Recursion("A read lock may not be acquired with the write lock held in this mode.");
            if (Own.Reads > 0)
                throw Recursion("Recursive read lock acquisitions not allowed in this mode.");
        }
        else if (Own.Reads > 0)
        {
            Own.Reads++;
            return true;
        }
        // Whoever has more than a read lock is let in to read as well.
        var isInside = IsWriter || IsUpgrader;
        if (!Enter(s => isInside || s.AdmitsReaders, EventKind.AcquireShared, limit)) return false;
        State = State with { Readers = State.Readers + 1 };
        Own.Reads++;
        _operation.LocksHeld++;
        return true;
    }

    internal bool EnterUpgradeable(int limit)
    {
        ThrowIfDisposed();
        if (IsUpgrader)
        {
            if (!_recurses)
                throw Recursion("Recursive upgradeable lock acquisitions not allowed in this mode.");
            Own.Upgrades++;
            return true;
        }
        var isWriter = IsWriter;
        if (isWriter && !_recurses)
            throw Recursion("Upgradeable lock may not be acquired with write lock held in this mode.");
        if (Own.Reads > 0 && !isWriter)
            throw Recursion("Upgradeable lock may not be acquired with read lock held.");
        if (!Enter(s => isWriter || s.AdmitsUpgrader, EventKind.Acquire, limit)) return false;
        State = State with { Readers = State.Readers + 1, Upgrader = Me };
        Own.Upgrades++;
        _operation.LocksHeld++;
        return true;
    }

    internal bool EnterWrite(int limit)
    {
        ThrowIfDisposed();
        if (IsWriter)
        {
            if (!_recurses)
                throw Recursion("Recursive write lock acquisitions not allowed in this mode.");
            Own.Writes++;
            return true;
        }
        var upgrades = IsUpgrader;
        if (Own.Reads > 0 && !(_recurses && upgrades))
            throw Recursion("Write lock may not be acquired with read lock held.");
        var own = (upgrades ? 1 : 0) + (Own.Reads > 0 ? 1 : 0);
        // The first attempt: from here on, if it fails, no reader gets in.
        if (!Enter(s => s.AdmitsWriter(own), EventKind.Acquire, limit: 0, queues: limit != 0)
            && (limit == 0 || !Wait(own, upgrades, limit))) return false;
        State = State with { Writer = Me };
        Own.Writes++;
        _operation.LocksHeld++;
        return true;
    }

    private bool Wait(int own, bool upgrades, int limit)
    {
        State = upgrades
            ? State with { UpgraderWaits = true }
            : State with { WaitingWriters = State.WaitingWriters + 1 };
        var enters = limit < 0
            ? Enter(s => s.AdmitsWriter(own), EventKind.Acquire, limit)
            : IsEnteredInTime(s => s.AdmitsWriter(own), limit, hasTried: true);
        State = upgrades
            ? State with { UpgraderWaits = false }
            : State with { WaitingWriters = State.WaitingWriters - 1 };
        return enters;
    }
}
