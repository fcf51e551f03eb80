using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><see cref="ReaderWriterLockSlim"/>: what calls do is <see cref="ReaderWriterCall"/>.</summary>
[Models(typeof(ReaderWriterLockSlim))]
public static class ReaderWriterLockSlimModel
{
    public static ReaderWriterLockSlim New(string site) => new();

    public static ReaderWriterLockSlim New(LockRecursionPolicy recursionPolicy, string site) =>
        new(recursionPolicy);

    public static void EnterReadLock(ReaderWriterLockSlim gate, string site)
    {
        if (ReaderWriterCall.On(gate, site) is { } call) call.EnterRead(Timeout.Infinite);
        else gate.EnterReadLock();
    }

    public static void EnterWriteLock(ReaderWriterLockSlim gate, string site)
    {
        if (ReaderWriterCall.On(gate, site) is { } call) call.EnterWrite(Timeout.Infinite);
        else gate.EnterWriteLock();
    }

    public static void EnterUpgradeableReadLock(ReaderWriterLockSlim gate, string site)
    {
        if (ReaderWriterCall.On(gate, site) is { } call) call.EnterUpgradeable(Timeout.Infinite);
        else gate.EnterUpgradeableReadLock();
    }

    public static bool TryEnterReadLock(
        ReaderWriterLockSlim gate, int millisecondsTimeout, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.EnterRead(Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)))
            : gate.TryEnterReadLock(millisecondsTimeout);

    public static bool TryEnterReadLock(ReaderWriterLockSlim gate, TimeSpan timeout, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.EnterRead(Limits.Of(timeout, nameof(timeout)))
            : gate.TryEnterReadLock(timeout);

    public static bool TryEnterWriteLock(
        ReaderWriterLockSlim gate, int millisecondsTimeout, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.EnterWrite(Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)))
            : gate.TryEnterWriteLock(millisecondsTimeout);

    public static bool TryEnterWriteLock(ReaderWriterLockSlim gate, TimeSpan timeout, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.EnterWrite(Limits.Of(timeout, nameof(timeout)))
            : gate.TryEnterWriteLock(timeout);

    public static bool TryEnterUpgradeableReadLock(
        ReaderWriterLockSlim gate, int millisecondsTimeout, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.EnterUpgradeable(Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)))
            : gate.TryEnterUpgradeableReadLock(millisecondsTimeout);

    public static bool TryEnterUpgradeableReadLock(
        ReaderWriterLockSlim gate, TimeSpan timeout, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.EnterUpgradeable(Limits.Of(timeout, nameof(timeout)))
            : gate.TryEnterUpgradeableReadLock(timeout);

    public static void ExitReadLock(ReaderWriterLockSlim gate, string site)
    {
        if (ReaderWriterCall.On(gate, site) is { } call) call.ExitRead();
        else gate.ExitReadLock();
    }

    public static void ExitWriteLock(ReaderWriterLockSlim gate, string site)
    {
        if (ReaderWriterCall.On(gate, site) is { } call) call.ExitWrite();
        else gate.ExitWriteLock();
    }

    public static void ExitUpgradeableReadLock(ReaderWriterLockSlim gate, string site)
    {
        if (ReaderWriterCall.On(gate, site) is { } call) call.ExitUpgradeable();
        else gate.ExitUpgradeableReadLock();
    }

    public static bool get_IsReadLockHeld(ReaderWriterLockSlim gate, string site) =>
        get_RecursiveReadCount(gate, site) > 0;

    public static bool get_IsWriteLockHeld(ReaderWriterLockSlim gate, string site) =>
        get_RecursiveWriteCount(gate, site) > 0;

    public static bool get_IsUpgradeableReadLockHeld(ReaderWriterLockSlim gate, string site) =>
        get_RecursiveUpgradeCount(gate, site) > 0;

    public static int get_RecursiveReadCount(ReaderWriterLockSlim gate, string site) =>
        ReaderWriterCall.On(gate, site) is { } call ? call.Own.Reads : gate.RecursiveReadCount;

    public static int get_RecursiveWriteCount(ReaderWriterLockSlim gate, string site) =>
        ReaderWriterCall.On(gate, site) is { } call ? call.Own.Writes : gate.RecursiveWriteCount;

    public static int get_RecursiveUpgradeCount(ReaderWriterLockSlim gate, string site) =>
        ReaderWriterCall.On(gate, site) is { } call ? call.Own.Upgrades : gate.RecursiveUpgradeCount;

    public static int get_CurrentReadCount(ReaderWriterLockSlim gate, string site) =>
        ReaderWriterCall.On(gate, site) is { } call ? call.CountReaders() : gate.CurrentReadCount;

    public static int get_WaitingReadCount(ReaderWriterLockSlim gate, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.CountWaiting(state => state.WaitingReaders)
            : gate.WaitingReadCount;

    public static int get_WaitingUpgradeCount(ReaderWriterLockSlim gate, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.CountWaiting(state => state.WaitingUpgraders)
            : gate.WaitingUpgradeCount;

    public static int get_WaitingWriteCount(ReaderWriterLockSlim gate, string site) =>
        ReaderWriterCall.On(gate, site) is { } call
            ? call.CountWaiting(state => state.WaitingWriters)
            : gate.WaitingWriteCount;

    public static LockRecursionPolicy get_RecursionPolicy(ReaderWriterLockSlim gate, string site) =>
        gate.RecursionPolicy;

    public static void Dispose(ReaderWriterLockSlim gate, string site)
    {
        if (ReaderWriterCall.On(gate, site) is { } call) call.Dispose();
        else gate.Dispose();
    }
}
