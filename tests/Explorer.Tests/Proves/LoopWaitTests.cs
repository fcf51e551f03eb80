using System.Collections.Concurrent;
using System.Threading.Channels;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>Loops that poll, in all the forms in which people write them: each has an end.</summary>
public class LoopWaitTests
{
    private sealed class Flag
    {
        public volatile bool IsUp;
        public int Count;

        public bool Look() => IsUp;

        public bool Look(out int count)
        {
            count = Volatile.Read(ref Count);
            return count > 0;
        }
    }

    /// <summary>Static initializers made these, so no operation did.</summary>
    private static class Kept
    {
        internal static readonly object Gate = new();
        internal static readonly List<int> Items = [1];
    }

    /// <summary>One thread polls until another has raised the flag.</summary>
    private static TestCaseData Polls(string how, Action<Flag> poll) => Case($"by {how}", () =>
    {
        var flag = new Flag();
        Threads.Run(() => poll(flag), () => { flag.IsUp = true; });
    });

    private static IEnumerable<TestCaseData> Flags()
    {
        yield return Polls("an empty body", f => { while (!f.IsUp) { } });
        yield return Polls("a test in the middle", f =>
        {
            while (true)
            {
                Thread.Yield();
                if (f.IsUp) break;
                Thread.Yield();
            }
        });
        yield return Polls("a test in a step", f => { for (var up = false; !up; up = f.IsUp) { } });
        yield return Polls("continue", f =>
        {
            while (true)
            {
                if (!f.IsUp) continue;
                return;
            }
        });
        yield return Polls("goto", f => { again: if (!f.IsUp) goto again; });
        yield return Polls("a called method", f => { while (!f.Look()) Thread.Yield(); });
        yield return Polls("a delegate", f =>
        {
            Func<bool> isUp = f.Look;
            while (!isUp()) Thread.Yield();
        });
        yield return Polls("a static list and a static lock", f =>
        {
            while (true)
            {
                lock (Kept.Gate)
                {
                    if (f.IsUp && Kept.Items.Count == 1) return;
                }
            }
        });
        yield return Polls("an exception", f =>
        {
            while (true)
            {
                try
                {
                    if (!f.IsUp) throw new TimeoutException();
                    return;
                }
                catch (TimeoutException)
                {
                    Thread.Yield();
                }
            }
        });
        yield return Polls("a nested loop", f =>
        {
            while (!f.IsUp)
            {
                for (var i = 0; i < 3 && !f.IsUp; i++) Thread.SpinWait(1);
            }
        });
        yield return Polls("objects made anew in each round", f =>
        {
            while (!new List<bool> { f.IsUp }.Contains(true)) Thread.Yield();
        });
        yield return Polls("a back-off that doubles", f =>
        {
            var pause = 1;
            while (!f.IsUp)
            {
                Thread.SpinWait(pause);
                pause *= 2;
            }
        });
        yield return Polls("a back-off with a ceiling", f =>
        {
            for (var pause = 1; !f.IsUp; pause = Math.Min(pause * 2, 100)) Thread.Sleep(pause);
        });
        yield return Polls("spinning first and sleeping later", f =>
        {
            var tries = 0;
            while (!f.IsUp)
            {
                if (++tries < 10) Thread.Yield();
                else Thread.Sleep(1);
            }
        });
        yield return Polls("a SpinWait of each round's own", f =>
        {
            while (true)
            {
                var spin = new SpinWait();
                if (f.IsUp) return;
                spin.SpinOnce();
            }
        });
        yield return Polls("SpinUntil", f => SpinWait.SpinUntil(() => f.IsUp));
        yield return Polls("a task for each look", f =>
        {
            while (!Task.Run(f.Look).Result) Thread.Yield();
        });
    }

    private static IEnumerable<TestCaseData> Attempts()
    {
        yield return Case("an out argument", () =>
        {
            var flag = new Flag();
            var got = 0;
            Threads.Run(
                () => { while (!flag.Look(out got)) { } },
                () => Volatile.Write(ref flag.Count, 3));
            got.ShouldBe(3);
        });
        yield return Case("two of a queue", () =>
        {
            var (queue, sum) = (new ConcurrentQueue<int>(), 0);
            Threads.Run(
                () =>
                {
                    for (var i = 0; i < 2; i++)
                    {
                        int item;
                        while (!queue.TryDequeue(out item)) Thread.Yield();
                        sum += item;
                    }
                },
                () => { queue.Enqueue(1); queue.Enqueue(2); });
            sum.ShouldBe(3);
        }, traces: 7);
        yield return Case("a key that appears", () =>
        {
            var map = new ConcurrentDictionary<string, int>();
            Threads.Run(() => { while (!map.ContainsKey("Ann")) { } }, () => map["Ann"] = 1);
        }, traces: 2);
        yield return Case("a key that is removed", () =>
        {
            var map = new ConcurrentDictionary<string, int>();
            Threads.Run(() => { while (!map.TryRemove("Ann", out _)) { } }, () => map["Ann"] = 1);
            map.ShouldBeEmpty();
        }, traces: 2);
        yield return Case("a stack", () =>
        {
            var stack = new ConcurrentStack<int>();
            Threads.Run(() => { while (!stack.TryPop(out _)) { } }, () => stack.Push(1));
        }, traces: 2);
        yield return Case("a channel", () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            Threads.Run(
                () => { while (!channel.Reader.TryRead(out _)) { } },
                () => channel.Writer.TryWrite(1));
        }, traces: 2);
        yield return Case("a permit", () =>
        {
            var permits = new SemaphoreSlim(0);
            Threads.Run(() => { while (!permits.Wait(0)) { } }, () => permits.Release());
        }, traces: 2);
        yield return Case("an event", () =>
        {
            var ready = new AutoResetEvent(false);
            Threads.Run(() => { while (!ready.WaitOne(0)) { } }, () => ready.Set());
        }, traces: 2);
        yield return Case("a thread's end", () =>
        {
            var thread = new Thread(static () => { });
            thread.Start();
            while (thread.IsAlive) Thread.Yield();
        });
        yield return Case("a token", () =>
        {
            using var stop = new CancellationTokenSource();
            var flag = new Flag();
            Threads.Run(
                () => { while (!flag.IsUp) { if (stop.IsCancellationRequested) return; } },
                () => stop.Cancel());
        }, traces: 2);
    }

    /// <summary>What a round acquires it also releases.</summary>
    private static IEnumerable<TestCaseData> Guarded()
    {
        yield return Case("a lock", () =>
        {
            var (gate, isUp) = (new object(), false);
            bool IsUp() { lock (gate) return isUp; }
            Threads.Run(() => { while (!IsUp()) Thread.Sleep(1); }, () => { lock (gate) isUp = true; });
        });
        yield return Case("a Lock", () =>
        {
            var (gate, isUp) = (new Lock(), false);
            Threads.Run(
                () => { while (true) { using (gate.EnterScope()) if (isUp) return; } },
                () => { lock (gate) isUp = true; });
        });
        yield return Case("a read lock", () =>
        {
            var (gate, isUp) = (new ReaderWriterLockSlim(), false);
            bool IsUp()
            {
                gate.EnterReadLock();
                try { return isUp; }
                finally { gate.ExitReadLock(); }
            }
            Threads.Run(
                () => { while (!IsUp()) { } },
                () => { gate.EnterWriteLock(); isUp = true; gate.ExitWriteLock(); });
        });
        yield return Case("a semaphore", () =>
        {
            var (gate, isUp) = (new SemaphoreSlim(1), false);
            bool IsUp()
            {
                gate.Wait();
                try { return isUp; }
                finally { gate.Release(); }
            }
            Threads.Run(
                () => { while (!IsUp()) { } },
                () => { gate.Wait(); isUp = true; gate.Release(); });
        });
        yield return Case("a list under a lock", () =>
        {
            var (gate, list) = (new object(), new List<int>());
            Threads.Run(
                () => { while (true) lock (gate) if (list.Count > 0) return; },
                () => { lock (gate) list.Add(1); });
        });
    }

    /// <summary>No event shows that an enumerator moves on, but the loop that it drives is no wait.</summary>
    private static IEnumerable<TestCaseData> Enumerated()
    {
        yield return Case("over a dictionary that others read", () =>
        {
            var map = new ConcurrentDictionary<int, int> { [1] = 1, [2] = 2 };
            Threads.Run(2, _ => { foreach (var (key, value) in map) value.ShouldBe(key); });
        });
        yield return Case("over a sequence, with a look at a flag", () =>
        {
            var flag = new Flag();
            IEnumerable<int> numbers = [1, 2, 3];
            Threads.Run(
                () => { foreach (var number in numbers) if (flag.Look() && number > 3) return; },
                () => { flag.IsUp = true; });
        });
        yield return Case("over an iterator", () =>
        {
            static IEnumerable<bool> Looks(Flag flag) { for (var i = 0; i < 3; i++) yield return flag.IsUp; }
            var flag = new Flag();
            Threads.Run(
                () => { foreach (var isUp in Looks(flag)) if (isUp) return; },
                () => { flag.IsUp = true; });
        });
    }

    private static IEnumerable<TestCaseData> Maxima()
    {
        yield return Maximum("two reads in a round", (Flag cell, int value) =>
        {
            while (value > Volatile.Read(ref cell.Count))
            {
                var seen = Volatile.Read(ref cell.Count);
                if (value > seen) Interlocked.CompareExchange(ref cell.Count, value, seen);
            }
        });
        yield return Maximum("the value that the exchange returned", (Flag cell, int value) =>
        {
            var seen = Volatile.Read(ref cell.Count);
            while (value > seen)
            {
                var before = Interlocked.CompareExchange(ref cell.Count, value, seen);
                if (before == seen) return;
                seen = before;
            }
        });
        yield return Maximum("do and while", (Flag cell, int value) =>
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref cell.Count);
                if (value <= seen) return;
            }
            while (Interlocked.CompareExchange(ref cell.Count, value, seen) != seen);
        });
        yield return Maximum("a spin between the attempts", (Flag cell, int value) =>
        {
            var spin = new SpinWait();
            while (true)
            {
                var seen = Volatile.Read(ref cell.Count);
                if (seen >= value
                    || Interlocked.CompareExchange(ref cell.Count, value, seen) == seen) return;
                spin.SpinOnce();
            }
        });

        static TestCaseData Maximum(string how, Action<Flag, int> measure) =>
            Case($"a running maximum by {how}", () =>
            {
                var cell = new Flag();
                Threads.Run(() => measure(cell, 1), () => measure(cell, 2));
                cell.Count.ShouldBe(2);
            });
    }

    [TestCaseSource(nameof(Flags))]
    [TestCaseSource(nameof(Attempts))]
    [TestCaseSource(nameof(Guarded))]
    [TestCaseSource(nameof(Maxima))]
    [TestCaseSource(nameof(Enumerated))]
    public void A_loop_that_polls_is_proved(Action program, int traces)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
        if (traces > 0) verdict.Executions.ShouldBe(traces);
    }

    private static IEnumerable<TestCaseData> Awaiting()
    {
        yield return Async("Task.Delay", async f => { while (!f.IsUp) await Task.Delay(10); });
        yield return Async("Task.Yield", async f => { while (!f.IsUp) await Task.Yield(); });
        yield return Async("a back-off", async f =>
        {
            for (var pause = 1; !f.IsUp; pause *= 2) await Task.Delay(pause);
        });
        yield return Async("an async method", async f =>
        {
            static async Task<bool> Look(Flag flag)
            {
                await Task.Yield();
                return flag.IsUp;
            }
            while (!await Look(f)) await Task.Delay(1);
        });
        yield return Async("a test in the middle", async f =>
        {
            while (true)
            {
                await Task.Delay(1);
                if (f.IsUp) return;
                await Task.Yield();
            }
        });

        static TestCaseData Async(string how, Func<Flag, Task> poll) =>
            new((Func<Task>)(async () =>
            {
                var flag = new Flag();
                var raise = Task.Run(() => { flag.IsUp = true; });
                await poll(flag);
                await raise;
            })) { TestName = $"A_loop_that_awaits_is_proved(by {how})" };
    }

    [TestCaseSource(nameof(Awaiting))]
    public void A_loop_that_awaits_is_proved(Func<Task> program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
    }

    private static TestCaseData Case(string name, Action program, int traces = 0) =>
        new(program, traces) { TestName = $"A_loop_that_polls_is_proved({name})" };
}
