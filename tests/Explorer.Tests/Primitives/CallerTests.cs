using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Primitives;

/// <summary>Work that runs on its caller's thread, and locks that it then holds already.</summary>
public class CallerTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Judged.Fails("a spin lock that its thread enters twice", () =>
        {
            var gate = new SpinLock(false);
            bool one = false, two = false;
            gate.Enter(ref one);
            gate.Enter(ref two);
        }, FailureKind.Deadlock);
        yield return Judged.Fails("the same in a method that is called", () =>
        {
            var gate = new SpinLock(false);
            var taken = false;
            gate.Enter(ref taken);
            Again(ref gate);

            static void Again(ref SpinLock gate)
            {
                var taken = false;
                gate.Enter(ref taken);
            }
        }, FailureKind.Deadlock);
        yield return Judged.Fails("the same in one of two threads", () =>
        {
            var spin = new Spin();
            Threads.Run(() => { spin.Enter(); spin.Enter(); }, () => { });
        }, FailureKind.Deadlock);
        yield return Judged.Fails("a spin lock that knows its owner", () =>
        {
            var gate = new SpinLock(true);
            bool one = false, two = false;
            gate.Enter(ref one);
            gate.Enter(ref two);
        }, FailureKind.Exception);
        yield return Judged.Holds("a spin lock that was released between", () =>
        {
            var gate = new SpinLock(false);
            bool one = false, two = false;
            gate.Enter(ref one);
            gate.Exit();
            gate.Enter(ref two);
            gate.Exit();
        });
        yield return Judged.Holds("a single action takes its caller's lock again", () =>
        {
            var gate = new object();
            var count = 0;
            lock (gate) Parallel.Invoke(() => { lock (gate) count++; });
            count.ShouldBe(1);
        });
        yield return Judged.Holds("a single action sees its caller's thread-local", () =>
        {
            using var local = new ThreadLocal<int> { Value = 1 };
            var seen = 0;
            Parallel.Invoke(() => seen = local.Value);
            seen.ShouldBe(1);
        });
        yield return Judged.Fails("two actions in a lock that they take", () =>
        {
            var gate = new object();
            var count = 0;
            lock (gate) Parallel.Invoke(() => { lock (gate) count++; }, () => { lock (gate) count++; });
        }, FailureKind.Deadlock);
        yield return Judged.Fails("a loop of one iteration in a lock that it takes", () =>
        {
            var gate = new object();
            var count = 0;
            lock (gate) Parallel.For(0, 1, _ => { lock (gate) count++; });
        }, FailureKind.Deadlock);
        yield return Judged.Fails("a loop of one iteration may be on its caller", () =>
        {
            var gate = new object();
            var isEntered = false;
            lock (gate)
            {
                Parallel.For(0, 1, _ =>
                {
                    if (!Monitor.TryEnter(gate)) return;
                    isEntered = true;
                    Monitor.Exit(gate);
                });
            }
            isEntered.ShouldBeFalse();
        }, FailureKind.Assertion);
    }

    [TestCaseSource(nameof(Programs))]
    public void Is_judged(Func<Verdict> explore, FailureKind[] kinds) => Judged.Judge(explore, kinds);

    private sealed class Spin
    {
        private SpinLock _lock = new(false);

        internal void Enter()
        {
            var taken = false;
            _lock.Enter(ref taken);
        }
    }
}
