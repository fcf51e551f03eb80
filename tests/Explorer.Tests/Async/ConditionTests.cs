using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>
/// Waiting for a pulse of somebody who has awaited before: a wait acquires the lock again for the
/// thread that waited.
/// </summary>
public class ConditionTests
{
    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("a thread, pulsed after an await", async () =>
        {
            var (gate, isOpen) = (new object(), false);
            var waiting = new Thread(() => Await(gate, () => isOpen));
            waiting.Start();
            await Task.Yield();
            Pulse(gate, () => isOpen = true);
            waiting.Join();
        });
        yield return Case("a task that has awaited itself", async () =>
        {
            var (gate, isOpen) = (new object(), false);
            var waiting = Task.Run(async () =>
            {
                await Task.Yield();
                Await(gate, () => isOpen);
            });
            await Task.Yield();
            Pulse(gate, () => isOpen = true);
            await waiting;
        });
        yield return Case("every level is held again, and may be entered once more", async () =>
        {
            var (gate, isOpen) = (new object(), false);
            var waiting = Task.Run(() =>
            {
                lock (gate)
                lock (gate)
                {
                    Await(gate, () => isOpen);
                    lock (gate) AsyncPrograms.Check(Monitor.IsEntered(gate));
                }
                AsyncPrograms.Check(!Monitor.IsEntered(gate));
            });
            await Task.Yield();
            lock (gate) Pulse(gate, () => isOpen = true);
            await waiting;
            AsyncPrograms.Check(Monitor.TryEnter(gate));
            Monitor.Exit(gate);
        });
        yield return Case("two that are woken together", async () =>
        {
            var (gate, isOpen, woken) = (new object(), false, 0);
            Task Waiting() => Task.Run(() =>
            {
                lock (gate)
                {
                    while (!isOpen) Monitor.Wait(gate);
                    woken++;
                }
            });
            var both = Task.WhenAll(Waiting(), Waiting());
            await Task.Yield();
            lock (gate)
            {
                isOpen = true;
                Monitor.PulseAll(gate);
            }
            await both;
            AsyncPrograms.Check(woken == 2);
        });
        yield return Case("time is up, and the lock is held again", async () =>
        {
            var gate = new object();
            await Task.Yield();
            lock (gate)
            {
                AsyncPrograms.Check(!Monitor.Wait(gate, 5));
                AsyncPrograms.Check(Monitor.IsEntered(gate));
            }
            await Task.Yield();
            AsyncPrograms.Check(!Monitor.IsEntered(gate));
        });
        yield return Case("two that take turns", async () =>
        {
            var (gate, turn) = (new object(), 0);
            Task Side(int mine) => Task.Run(async () =>
            {
                await Task.Yield();
                lock (gate)
                {
                    while (turn != mine) Monitor.Wait(gate);
                    turn++;
                    Monitor.PulseAll(gate);
                }
            });
            await Task.WhenAll(Side(0), Side(1));
        });
        yield return Case("who completes a task waits in the rest of a method, inside its own lock", async () =>
        {
            var (gate, source, isOpen) = (new object(), new TaskCompletionSource(), false);
            async Task Rest()
            {
                await source.Task;
                Await(gate, () => isOpen);
            }
            var rest = Rest();
            var pulsing = Task.Run(async () =>
            {
                await Task.Yield();
                Pulse(gate, () => isOpen = true);
            });
            lock (gate)
            {
                source.SetResult();
                AsyncPrograms.Check(Monitor.IsEntered(gate));
            }
            AsyncPrograms.Check(!Monitor.IsEntered(gate));
            await rest;
            await pulsing;
        });
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("an exit too many after the wait", async () =>
        {
            var (gate, isOpen) = (new object(), false);
            var waiting = Task.Run(() =>
            {
                Await(gate, () => isOpen);
                Monitor.Exit(gate);
            });
            await Task.Yield();
            Pulse(gate, () => isOpen = true);
            await waiting;
        }, FailureKind.Exception);
        yield return Case("an exit too few after the wait", async () =>
        {
            var (gate, isOpen) = (new object(), false);
            var waiting = Task.Run(() =>
            {
                Monitor.Enter(gate);
                Await(gate, () => isOpen);
            });
            await Task.Yield();
            Pulse(gate, () => isOpen = true);
            await waiting;
            lock (gate) { }
        }, FailureKind.Deadlock);
        yield return Case("an await between the wait and the exit", async () =>
        {
            var (gate, isOpen) = (new object(), false);
            var waiting = Task.Run(async () =>
            {
                Monitor.Enter(gate);
                while (!isOpen) Monitor.Wait(gate);
                await Task.Yield();
                Monitor.Exit(gate);
            });
            await Task.Yield();
            Pulse(gate, () => isOpen = true);
            await waiting;
        }, FailureKind.Exception);
        yield return Case("a pulse by who no longer holds it", async () =>
        {
            var gate = new object();
            Monitor.Enter(gate);
            await Task.Yield();
            Monitor.Pulse(gate);
        }, FailureKind.Exception);
        yield return Case("the lock is another thread's, and never released", async () =>
        {
            var gate = new object();
            Monitor.Enter(gate);
            await Task.Yield();
            lock (gate) { }
        }, FailureKind.Deadlock);
        yield return Case("one pulse for two", async () =>
        {
            var (gate, isOpen) = (new object(), false);
            var both = Task.WhenAll(
                Task.Run(() => Await(gate, () => isOpen)), Task.Run(() => Await(gate, () => isOpen)));
            await Task.Yield();
            Pulse(gate, () => isOpen = true);
            await both;
        }, FailureKind.Deadlock);
    }

    [TestCaseSource(nameof(Right))]
    public void Is_right(Func<Task> program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Wrong))]
    public void Is_wrong(Func<Task> program, FailureKind kind)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(kind);
    }

    [Test]
    public void A_loop_of_a_single_thread_keeps_its_locks_over_an_await()
    {
        Places.ExploresAll(() =>
        {
            var (monitor, gate, loop) = (new object(), new Lock(), new Places.Loop());
            async Task Body()
            {
                Monitor.Enter(monitor);
                gate.Enter();
                await Task.Run(() => { });
                gate.Exit();
                Monitor.Exit(monitor);
            }
            var body = Places.In(loop, Body);
            loop.RunUntil(body);
        });
    }

    private static void Await(object gate, Func<bool> isOpen)
    {
        lock (gate)
        {
            while (!isOpen()) Monitor.Wait(gate);
        }
    }

    private static void Pulse(object gate, Action open)
    {
        lock (gate)
        {
            open();
            Monitor.Pulse(gate);
        }
    }

    private static TestCaseData Case(string name, Func<Task> program) =>
        new TestCaseData(program).SetArgDisplayNames(name);

    private static TestCaseData Case(string name, Func<Task> program, FailureKind kind) =>
        new TestCaseData(program, kind).SetArgDisplayNames(name);
}
