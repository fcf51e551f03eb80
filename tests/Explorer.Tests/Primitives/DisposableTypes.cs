using System.Collections.Concurrent;

namespace Interleavings.Tests.Primitives;

/// <summary>All members of all disposable primitives that have a model.</summary>
internal static class DisposableTypes
{
    private static readonly TimeSpan Instant = TimeSpan.Zero;
    private static readonly CancellationToken Never = new(false);

    /// <summary>Members that are unsupported, by name.</summary>
    internal static readonly string[] Unsupported =
    [
        "SemaphoreSlim.get_AvailableWaitHandle()", "ManualResetEventSlim.get_WaitHandle()",
        "CountdownEvent.get_WaitHandle()",
        "AutoResetEvent.get_Handle()", "AutoResetEvent.set_Handle(IntPtr)",
        "AutoResetEvent.get_SafeWaitHandle()", "AutoResetEvent.set_SafeWaitHandle(SafeWaitHandle)",
        "ManualResetEvent.get_Handle()", "ManualResetEvent.set_Handle(IntPtr)",
        "ManualResetEvent.get_SafeWaitHandle()", "ManualResetEvent.set_SafeWaitHandle(SafeWaitHandle)",
        "BlockingCollection<Int32>.CopyTo(Int32[], Int32)",
    ];

    internal static IEnumerable<DisposableMember> All() =>
    [
        .. Semaphores(), .. SlimEvents(), .. Countdowns(), .. Barriers(), .. ReaderWriters(),
        .. Handles(() => new AutoResetEvent(true)), .. Handles(() => new ManualResetEvent(true)),
        .. Sources(), .. Locals(), .. Timers(), .. Periodic(), .. Collections(),
    ];

    private static DisposableMembers<SemaphoreSlim> Semaphores() => new(() => new(1))
    {
        { "get_CurrentCount()", s => _ = s.CurrentCount },
        { "Wait()", s => s.Wait() },
        { "Wait(CancellationToken)", s => s.Wait(Never) },
        { "Wait(TimeSpan)", s => s.Wait(Instant) },
        { "Wait(TimeSpan, CancellationToken)", s => s.Wait(Instant, Never) },
        { "Wait(Int32)", s => s.Wait(0) },
        { "Wait(Int32, CancellationToken)", s => s.Wait(0, Never) },
        { "WaitAsync()", s => s.WaitAsync() },
        { "WaitAsync(CancellationToken)", s => s.WaitAsync(Never) },
        { "WaitAsync(TimeSpan)", s => s.WaitAsync(Instant) },
        { "WaitAsync(TimeSpan, CancellationToken)", s => s.WaitAsync(Instant, Never) },
        { "WaitAsync(Int32)", s => s.WaitAsync(0) },
        { "WaitAsync(Int32, CancellationToken)", s => s.WaitAsync(0, Never) },
        { "Release()", s => s.Release() },
        { "Release(Int32)", s => s.Release(2) },
    };

    private static DisposableMembers<ManualResetEventSlim> SlimEvents() => new(() => new(true))
    {
        { "get_IsSet()", e => _ = e.IsSet },
        { "get_SpinCount()", e => _ = e.SpinCount },
        { "Set()", e => e.Set() },
        { "Reset()", e => e.Reset() },
        { "Wait()", e => e.Wait() },
        { "Wait(CancellationToken)", e => e.Wait(Never) },
        { "Wait(TimeSpan)", e => e.Wait(Instant) },
        { "Wait(TimeSpan, CancellationToken)", e => e.Wait(Instant, Never) },
        { "Wait(Int32)", e => e.Wait(0) },
        { "Wait(Int32, CancellationToken)", e => e.Wait(0, Never) },
    };

    private static DisposableMembers<CountdownEvent> Countdowns() => new(() => new(2))
    {
        { "get_CurrentCount()", c => _ = c.CurrentCount },
        { "get_InitialCount()", c => _ = c.InitialCount },
        { "get_IsSet()", c => _ = c.IsSet },
        { "Signal()", c => c.Signal() },
        { "Signal(Int32)", c => c.Signal(2) },
        { "AddCount()", c => c.AddCount() },
        { "AddCount(Int32)", c => c.AddCount(2) },
        { "TryAddCount()", c => c.TryAddCount() },
        { "TryAddCount(Int32)", c => c.TryAddCount(2) },
        { "Reset()", c => c.Reset() },
        { "Reset(Int32)", c => c.Reset(3) },
        { "Wait()", () => new(0), c => c.Wait() },
        { "Wait(CancellationToken)", () => new(0), c => c.Wait(Never) },
        { "Wait(TimeSpan)", c => c.Wait(Instant) },
        { "Wait(TimeSpan, CancellationToken)", c => c.Wait(Instant, Never) },
        { "Wait(Int32)", c => c.Wait(0) },
        { "Wait(Int32, CancellationToken)", c => c.Wait(0, Never) },
    };

    private static DisposableMembers<Barrier> Barriers() => new(() => new(1))
    {
        { "get_ParticipantCount()", b => _ = b.ParticipantCount },
        { "get_ParticipantsRemaining()", b => _ = b.ParticipantsRemaining },
        { "get_CurrentPhaseNumber()", b => _ = b.CurrentPhaseNumber },
        { "AddParticipant()", b => b.AddParticipant() },
        { "AddParticipants(Int32)", b => b.AddParticipants(2) },
        { "RemoveParticipant()", b => b.RemoveParticipant() },
        { "RemoveParticipants(Int32)", b => b.RemoveParticipants(1) },
        { "SignalAndWait()", b => b.SignalAndWait() },
        { "SignalAndWait(CancellationToken)", b => b.SignalAndWait(Never) },
        { "SignalAndWait(TimeSpan)", b => b.SignalAndWait(Instant) },
        { "SignalAndWait(TimeSpan, CancellationToken)", b => b.SignalAndWait(Instant, Never) },
        { "SignalAndWait(Int32)", b => b.SignalAndWait(0) },
        { "SignalAndWait(Int32, CancellationToken)", b => b.SignalAndWait(0, Never) },
    };

    private static DisposableMembers<ReaderWriterLockSlim> ReaderWriters() => new(() => new())
    {
        { "EnterReadLock()", l => { l.EnterReadLock(); l.ExitReadLock(); } },
        { "TryEnterReadLock(TimeSpan)", l => { if (l.TryEnterReadLock(Instant)) l.ExitReadLock(); } },
        { "TryEnterReadLock(Int32)", l => { if (l.TryEnterReadLock(0)) l.ExitReadLock(); } },
        { "EnterWriteLock()", l => { l.EnterWriteLock(); l.ExitWriteLock(); } },
        { "TryEnterWriteLock(TimeSpan)", l => { if (l.TryEnterWriteLock(Instant)) l.ExitWriteLock(); } },
        { "TryEnterWriteLock(Int32)", l => { if (l.TryEnterWriteLock(0)) l.ExitWriteLock(); } },
        { "EnterUpgradeableReadLock()", l => { l.EnterUpgradeableReadLock(); l.ExitUpgradeableReadLock(); } },
        {
            "TryEnterUpgradeableReadLock(TimeSpan)",
            l => { if (l.TryEnterUpgradeableReadLock(Instant)) l.ExitUpgradeableReadLock(); }
        },
        {
            "TryEnterUpgradeableReadLock(Int32)",
            l => { if (l.TryEnterUpgradeableReadLock(0)) l.ExitUpgradeableReadLock(); }
        },
        { "ExitReadLock()", l => l.ExitReadLock() },
        { "ExitWriteLock()", l => l.ExitWriteLock() },
        { "ExitUpgradeableReadLock()", l => l.ExitUpgradeableReadLock() },
        { "get_IsReadLockHeld()", l => _ = l.IsReadLockHeld },
        { "get_IsUpgradeableReadLockHeld()", l => _ = l.IsUpgradeableReadLockHeld },
        { "get_IsWriteLockHeld()", l => _ = l.IsWriteLockHeld },
        { "get_RecursionPolicy()", l => _ = l.RecursionPolicy },
        { "get_CurrentReadCount()", l => _ = l.CurrentReadCount },
        { "get_RecursiveReadCount()", l => _ = l.RecursiveReadCount },
        { "get_RecursiveUpgradeCount()", l => _ = l.RecursiveUpgradeCount },
        { "get_RecursiveWriteCount()", l => _ = l.RecursiveWriteCount },
        { "get_WaitingReadCount()", l => _ = l.WaitingReadCount },
        { "get_WaitingUpgradeCount()", l => _ = l.WaitingUpgradeCount },
        { "get_WaitingWriteCount()", l => _ = l.WaitingWriteCount },
    };

    private static DisposableMembers<T> Handles<T>(Func<T> make) where T : EventWaitHandle => new(make)
    {
        { "Set()", e => e.Set() },
        { "Reset()", e => e.Reset() },
        { "WaitOne()", e => e.WaitOne() },
        { "WaitOne(Int32)", e => e.WaitOne(0) },
        { "WaitOne(TimeSpan)", e => e.WaitOne(Instant) },
        { "WaitOne(Int32, Boolean)", e => e.WaitOne(0, false) },
        { "WaitOne(TimeSpan, Boolean)", e => e.WaitOne(Instant, false) },
    };

    private static DisposableMembers<CancellationTokenSource> Sources() => new(() => new())
    {
        { "get_IsCancellationRequested()", s => _ = s.IsCancellationRequested },
        { "get_Token()", s => _ = s.Token },
        { "Cancel()", s => s.Cancel() },
        { "Cancel(Boolean)", s => s.Cancel(true) },
        { "CancelAsync()", s => s.CancelAsync().Wait() },
        { "CancelAfter(TimeSpan)", s => s.CancelAfter(Timeout.InfiniteTimeSpan) },
        { "CancelAfter(Int32)", s => s.CancelAfter(Timeout.Infinite) },
        { "TryReset()", s => s.TryReset() },
    };

    private static DisposableMembers<ThreadLocal<int>> Locals() => new(() => new(() => 1, true))
    {
        { "get_Value()", l => _ = l.Value },
        { "set_Value(Int32)", l => l.Value = 2 },
        { "get_Values()", l => _ = l.Values },
        { "get_IsValueCreated()", l => _ = l.IsValueCreated },
    };

    private static DisposableMembers<Timer> Timers() => new(() => new Timer(_ => { }))
    {
        { "Change(Int32, Int32)", t => t.Change(Timeout.Infinite, Timeout.Infinite) },
        { "Change(Int64, Int64)", t => t.Change(-1L, -1L) },
        { "Change(UInt32, UInt32)", t => t.Change(uint.MaxValue, uint.MaxValue) },
        { "Change(TimeSpan, TimeSpan)", t => t.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) },
    };

    private static DisposableMembers<PeriodicTimer> Periodic() => new(() => new(TimeSpan.FromHours(1)))
    {
        { "get_Period()", t => _ = t.Period },
        { "set_Period(TimeSpan)", t => t.Period = TimeSpan.FromHours(2) },
        { "WaitForNextTickAsync(CancellationToken)", t => _ = t.WaitForNextTickAsync() },
    };

    private static DisposableMembers<BlockingCollection<int>> Collections() => new(() => [1, 2])
    {
        { "get_BoundedCapacity()", c => _ = c.BoundedCapacity },
        { "get_IsAddingCompleted()", c => _ = c.IsAddingCompleted },
        { "get_IsCompleted()", c => _ = c.IsCompleted },
        { "get_Count()", c => _ = c.Count },
        { "Add(Int32)", c => c.Add(3) },
        { "Add(Int32, CancellationToken)", c => c.Add(3, Never) },
        { "TryAdd(Int32)", c => c.TryAdd(3) },
        { "Take()", c => c.Take() },
        { "Take(CancellationToken)", c => c.Take(Never) },
        { "TryTake(Int32&)", c => c.TryTake(out _) },
        { "TryAdd(Int32, TimeSpan)", c => c.TryAdd(3, Instant) },
        { "TryAdd(Int32, Int32)", c => c.TryAdd(3, 0) },
        { "TryAdd(Int32, Int32, CancellationToken)", c => c.TryAdd(3, 0, Never) },
        { "TryTake(Int32&, TimeSpan)", c => c.TryTake(out _, Instant) },
        { "TryTake(Int32&, Int32)", c => c.TryTake(out _, 0) },
        { "TryTake(Int32&, Int32, CancellationToken)", c => c.TryTake(out _, 0, Never) },
        { "CompleteAdding()", c => c.CompleteAdding() },
        { "ToArray()", c => c.ToArray() },
        { "GetConsumingEnumerable()", c => { foreach (var _ in c.GetConsumingEnumerable()) break; } },
        {
            "GetConsumingEnumerable(CancellationToken)",
            c => { foreach (var _ in c.GetConsumingEnumerable(Never)) break; }
        },
    };
}
