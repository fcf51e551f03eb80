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
    private readonly ReaderWriterLockSlim _gate;
    private readonly Location _location;
    private readonly ReaderWriterHolds _holds;
    private readonly bool _recurses;
    private readonly string _site;

    private ReaderWriterCall(Operation operation, ReaderWriterLockSlim gate, string site)
    {
        _operation = operation;
        _gate = gate;
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

    internal bool EnterRead(int limit)
    {
        if (!_recurses)
        {
            if (IsWriter)
                throw Recursion("A read lock may not be acquired with the write lock held in this mode.");
            if (Own.Reads > 0)
                throw Recursion("Recursive read lock acquisitions not allowed in this mode.");
        }
        else if (Own.Reads > 0)
        {
            ThrowIfDisposed();
            Own.Reads++;
            return true;
        }
        // Whoever has more than a read lock is let in to read as well.
        var isInside = IsWriter || IsUpgrader;
        if (!Enter(s => isInside || s.AdmitsReaders, EventKind.AcquireShared, limit,
            (s, by) => s with { WaitingReaders = s.WaitingReaders + by })) return false;
        State = State with { Readers = State.Readers + 1 };
        Own.Reads++;
        _operation.LocksHeld++;
        return true;
    }

    internal bool EnterUpgradeable(int limit)
    {
        if (IsUpgrader)
        {
            if (!_recurses)
                throw Recursion("Recursive upgradeable lock acquisitions not allowed in this mode.");
            ThrowIfDisposed();
            Own.Upgrades++;
            return true;
        }
        var isWriter = IsWriter;
        if (isWriter && !_recurses)
            throw Recursion("Upgradeable lock may not be acquired with write lock held in this mode.");
        if (Own.Reads > 0 && !isWriter)
            throw Recursion("Upgradeable lock may not be acquired with read lock held.");
        if (!Enter(s => isWriter || s.AdmitsUpgrader, EventKind.Acquire, limit,
            (s, by) => s with { WaitingUpgraders = s.WaitingUpgraders + by })) return false;
        State = State with { Readers = State.Readers + 1, Upgrader = Me };
        Own.Upgrades++;
        _operation.LocksHeld++;
        return true;
    }

    internal bool EnterWrite(int limit)
    {
        if (IsWriter)
        {
            if (!_recurses)
                throw Recursion("Recursive write lock acquisitions not allowed in this mode.");
            ThrowIfDisposed();
            Own.Writes++;
            return true;
        }
        var upgrades = IsUpgrader;
        if (Own.Reads > 0 && !(_recurses && upgrades))
            throw Recursion("Write lock may not be acquired with read lock held.");
        var own = (upgrades ? 1 : 0) + (Own.Reads > 0 ? 1 : 0);
        // It begins by an attempt: from there on, if that fails, no reader gets in.
        if (!Enter(s => s.AdmitsWriter(own), EventKind.Acquire, limit, upgrades
            ? (s, by) => s with { UpgraderWaits = by > 0 }
            : (s, by) => s with { WaitingWriters = s.WaitingWriters + by }, attempts: true)) return false;
        State = State with { Writer = Me };
        Own.Writes++;
        _operation.LocksHeld++;
        return true;
    }
}
