using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

/// <summary>Locks for readers and writers, and locks that spin.</summary>
public class LockScripts
{
    [Test]
    public void ReaderWriterLockSlim_as_it_is(
        [Values] LockRecursionPolicy policy) => Script.Compare(script =>
    {
        var gate = new ReaderWriterLockSlim(policy);
        (string Name, Action Act)[] acts =
        [
            ("read", () => gate.EnterReadLock()), ("write", () => gate.EnterWriteLock()),
            ("upgradeable", () => gate.EnterUpgradeableReadLock()),
            ("end read", () => gate.ExitReadLock()), ("end write", () => gate.ExitWriteLock()),
            ("end upgradeable", () => gate.ExitUpgradeableReadLock()),
        ];
        // Every pair of acts from each state that one act leads to.
        for (var first = -1; first < 3; first++)
        {
            for (var second = 0; second < acts.Length; second++)
            {
                for (var third = 0; third < acts.Length; third++)
                {
                    gate = new(policy);
                    if (first >= 0) acts[first].Act();
                    var name = $"{first} {acts[second].Name}";
                    script.Do(name, acts[second].Act);
                    script.Do($"{name} {acts[third].Name}", acts[third].Act);
                    script.Do("counts", () => (gate.RecursiveReadCount, gate.RecursiveWriteCount,
                        gate.RecursiveUpgradeCount, gate.CurrentReadCount));
                    script.Do("held", () =>
                        (gate.IsReadLockHeld, gate.IsWriteLockHeld, gate.IsUpgradeableReadLockHeld));
                }
            }
        }
        script.Do("policy", () => gate.RecursionPolicy);
        script.Do("no such limit", () => gate.TryEnterReadLock(-2));
        gate = new(policy);
        script.Do("try to read", () => gate.TryEnterReadLock(0));
        script.Do("dispose while held", () => gate.Dispose());
        script.Do("end", () => gate.ExitReadLock());
        script.Do("dispose", () => gate.Dispose());
        script.Do("read what is gone", () => gate.EnterReadLock());
    });

    private sealed class Spinning(bool tracks)
    {
        public SpinLock Gate = new(tracks);
    }

    [Test]
    public void SpinLock_as_it_is([Values] bool tracks) => Script.Compare(script =>
    {
        var held = new Spinning(tracks);
        var taken = false;
        script.Do("tracks", () => held.Gate.IsThreadOwnerTrackingEnabled);
        script.Do("enter", () => held.Gate.Enter(ref taken));
        script.Do("taken", () => taken);
        script.Do("held", () => held.Gate.IsHeld);
        script.Do("held by me", () => held.Gate.IsHeldByCurrentThread);
        script.Do("enter with the taken flag", () => held.Gate.TryEnter(ref taken));
        var again = false;
        script.Do("try again", () => held.Gate.TryEnter(ref again));
        script.Do("taken again", () => again);
        script.Do("exit", () => held.Gate.Exit());
        script.Do("held now", () => held.Gate.IsHeld);
        script.Do("exit again", () => held.Gate.Exit());
        script.Do("exit with a barrier", () => held.Gate.Exit(true));
    });

    [Test]
    public void SpinWait_and_barriers_as_they_are() => Script.Compare(static script =>
    {
        var wait = new SpinWait();
        for (var i = 0; i < 3; i++) wait.SpinOnce();
        var count = wait.Count;
        script.Do("count", () => count);
        wait.Reset();
        var none = wait.Count;
        script.Do("count after reset", () => none);
        script.Do("until", () => SpinWait.SpinUntil(static () => true));
        script.Do("until null", () => SpinWait.SpinUntil(null!));
        script.Do("barrier", () => Thread.MemoryBarrier());
        script.Do("barrier of the process", () => Interlocked.MemoryBarrierProcessWide());
        script.Do("no work", () => ThreadPool.QueueUserWorkItem(null!));
        script.Do("no unsafe work", () => ThreadPool.UnsafeQueueUserWorkItem((WaitCallback)null!, null));
    });
}
