using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

/// <summary>Locks for readers and writers, and locks that spin.</summary>
public class LockScripts
{
    [Test]
    public void ReaderWriterLockSlim_as_it_is(
        [Values] LockRecursionPolicy policy) => Script.SameInAndOutside(script =>
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
                    script.Tell(name, acts[second].Act);
                    script.Tell($"{name} {acts[third].Name}", acts[third].Act);
                    script.Tell("counts", () => (gate.RecursiveReadCount, gate.RecursiveWriteCount,
                        gate.RecursiveUpgradeCount, gate.CurrentReadCount));
                    script.Tell("held", () =>
                        (gate.IsReadLockHeld, gate.IsWriteLockHeld, gate.IsUpgradeableReadLockHeld));
                }
            }
        }
        script.Tell("policy", () => gate.RecursionPolicy);
        script.Tell("no such limit", () => gate.TryEnterReadLock(-2));
        gate = new(policy);
        script.Tell("try to read", () => gate.TryEnterReadLock(0));
        script.Tell("dispose while held", () => gate.Dispose());
        script.Tell("end", () => gate.ExitReadLock());
        script.Tell("dispose", () => gate.Dispose());
        script.Tell("read what is gone", () => gate.EnterReadLock());
    });

    private sealed class Spinning(bool tracks)
    {
        public SpinLock Gate = new(tracks);
    }

    [Test]
    public void SpinLock_as_it_is([Values] bool tracks) => Script.SameInAndOutside(script =>
    {
        var held = new Spinning(tracks);
        var taken = false;
        script.Tell("tracks", () => held.Gate.IsThreadOwnerTrackingEnabled);
        script.Tell("enter", () => held.Gate.Enter(ref taken));
        script.Tell("taken", () => taken);
        script.Tell("held", () => held.Gate.IsHeld);
        script.Tell("held by me", () => held.Gate.IsHeldByCurrentThread);
        script.Tell("enter with the taken flag", () => held.Gate.TryEnter(ref taken));
        var again = false;
        script.Tell("try again", () => held.Gate.TryEnter(ref again));
        script.Tell("taken again", () => again);
        script.Tell("exit", () => held.Gate.Exit());
        script.Tell("held now", () => held.Gate.IsHeld);
        script.Tell("exit again", () => held.Gate.Exit());
        script.Tell("exit with a barrier", () => held.Gate.Exit(true));
    });

    [Test]
    public void SpinWait_and_barriers_as_they_are() => Script.SameInAndOutside(static script =>
    {
        var wait = new SpinWait();
        for (var i = 0; i < 3; i++) wait.SpinOnce();
        var count = wait.Count;
        script.Tell("count", () => count);
        wait.Reset();
        var none = wait.Count;
        script.Tell("count after reset", () => none);
        script.Tell("until", () => SpinWait.SpinUntil(static () => true));
        script.Tell("until null", () => SpinWait.SpinUntil(null!));
        script.Tell("barrier", () => Thread.MemoryBarrier());
        script.Tell("barrier of the process", () => Interlocked.MemoryBarrierProcessWide());
        script.Tell("no work", () => ThreadPool.QueueUserWorkItem(null!));
        script.Tell("no unsafe work", () => ThreadPool.UnsafeQueueUserWorkItem((WaitCallback)null!, null));
    });
}
