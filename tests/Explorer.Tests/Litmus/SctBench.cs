using Shouldly;

namespace Interleavings.Tests.Litmus;

/// <summary>
/// Programs of SCTBench (Thomson, Donaldson, Betts, PPoPP 2014), written anew in C# from their
/// descriptions: known bugs, each with the fewest preemptions that show it.
/// </summary>
internal static class SctBench
{
    /// <summary>A balance that is checked against the wrong sum once both transfers are made.</summary>
    internal static void Account()
    {
        var gate = new object();
        var (balance, deposited, withdrawn) = (1, false, false);
        Threads.Run(
            () => { lock (gate) { if (deposited && withdrawn) balance.ShouldBe(1 - 2 - 4); } },
            () => { lock (gate) { balance += 2; deposited = true; } },
            () => { lock (gate) { balance -= 4; withdrawn = true; } });
    }

    /// <summary>Fails in the order in which the threads are created.</summary>
    internal static void Lazy01()
    {
        var gate = new object();
        var data = 0;
        Threads.Run(
            () => { lock (gate) data++; },
            () => { lock (gate) data += 2; },
            () => { lock (gate) data.ShouldBeLessThan(3); });
    }

    internal static void Deadlock01()
    {
        var (a, b) = (new object(), new object());
        var counter = 1;
        Threads.Run(
            () => { lock (a) { lock (b) counter++; } },
            () => { lock (b) { lock (a) counter--; } });
    }

    /// <summary>Two groups of readers, each with a count under one lock, share another.</summary>
    internal static void Carter01()
    {
        var (counts, resource) = (new object(), new object());
        var (first, second) = (0, 0);
        Threads.Run(
            () => { Enter(ref first); Leave(ref first); },
            () => { Enter(ref second); Leave(ref second); },
            () => { },
            () => { });

        void Enter(ref int count)
        {
            Monitor.Enter(counts);
            if (++count == 1) Monitor.Enter(resource);
            Monitor.Exit(counts);
        }

        void Leave(ref int count)
        {
            Monitor.Enter(counts);
            if (--count == 0) Monitor.Exit(resource);
            Monitor.Exit(counts);
        }
    }

    /// <summary>A driver that is stopped between the check that it runs and the count of its users.</summary>
    internal static void Bluetooth()
    {
        var driver = new Driver();
        var stopper = new Thread(driver.Stop);
        stopper.Start();
        driver.Add();
        stopper.Join();
    }

    internal static void TwoStage()
    {
        var (one, two) = (new object(), new object());
        var (first, second) = (0, 0);
        Threads.Run(
            () =>
            {
                lock (one) first = 1;
                lock (two) second = first + 1;
            },
            () =>
            {
                int seen, next;
                lock (one)
                {
                    if (first == 0) return;
                    seen = first;
                }
                lock (two) next = second;
                next.ShouldBe(seen + 1);
            });
    }

    internal static void Reorder3() => Reorder(2)();

    /// <summary>So many threads set a pair, in two steps; one more looks.</summary>
    internal static Action Reorder(int setters) => () =>
    {
        var (a, b) = (new Driver(), new Driver());
        var set = () => { a.Value = 1; b.Value = -1; };
        Threads.Run([
            .. Enumerable.Repeat(set, setters),
            () => (a.Value, b.Value).ShouldBeOneOf((0, 0), (1, -1)),
        ]);
    };

    /// <summary>The same without a data race.</summary>
    internal static Action ReorderVolatile(int setters) => () =>
    {
        var (a, b) = (0, 0);
        var set = () =>
        {
            Volatile.Write(ref a, 1);
            Volatile.Write(ref b, -1);
        };
        Threads.Run([
            .. Enumerable.Repeat(set, setters),
            () => (Volatile.Read(ref a), Volatile.Read(ref b)).ShouldBeOneOf((0, 0), (1, -1)),
        ]);
    };

    /// <summary>One thread under the data's lock, three under another.</summary>
    internal static void WrongLock()
    {
        var (right, wrong) = (new object(), new object());
        var data = new Driver();
        void Other() { lock (wrong) data.Value++; }
        Threads.Run(
            () =>
            {
                lock (right)
                {
                    var before = data.Value;
                    data.Value++;
                    data.Value.ShouldBe(before + 1);
                }
            },
            Other, Other, Other);
    }

    internal static void TokenRing()
    {
        var gate = new object();
        var (x1, x2, x3) = (1, 2, 3);
        var (f1, f2, f3) = (false, false, false);
        Threads.Run(
            () => { lock (gate) { x1 = (x3 + 1) % 4; f1 = true; } },
            () => { lock (gate) { x2 = x1; f2 = true; } },
            () => { lock (gate) { x3 = x2; f3 = true; } },
            () => { lock (gate) { if (f1 && f2 && f3) (x1 == x2 && x2 == x3).ShouldBeTrue(); } });
    }

    private sealed class Driver
    {
        private int _pending = 1;
        private bool _stopping, _stopped;
        private volatile bool _idle;

        internal int Value;

        internal void Add()
        {
            if (_stopping) return;
            Interlocked.Increment(ref _pending);
            _stopped.ShouldBeFalse();
            Release();
        }

        internal void Stop()
        {
            _stopping = true;
            Release();
            while (!_idle) { }
            _stopped = true;
        }

        private void Release()
        {
            if (Interlocked.Decrement(ref _pending) == 0) _idle = true;
        }
    }

    /// <summary>
    /// A lock-free stack of free slots by Vyukov: three threads pop a slot, own it, push it back. Said
    /// to need three threads and five preemptions before two own the same slot.
    /// </summary>
    internal static Action SafeStack(int rounds) => () =>
    {
        var stack = new FreeSlots(3);
        Threads.Run(3, thread =>
        {
            for (var round = 0; round < rounds; round++)
            {
                var slot = stack.Pop(tries: 2);
                if (slot < 0) return;
                stack.Slots[slot].Owner = thread;
                stack.Slots[slot].Owner.ShouldBe(thread);
                stack.Push(slot);
            }
        });
    };

    private sealed class FreeSlots
    {
        internal readonly Slot[] Slots;
        private volatile int _head;
        private int _count;

        internal FreeSlots(int count)
        {
            Slots = [.. Enumerable.Range(0, count).Select(i => new Slot { Next = i + 1 < count ? i + 1 : -1 })];
            _count = count;
        }

        /// <summary>The original tries for ever, and so has no end of interleavings.</summary>
        /// <returns>-1 if fewer than two are left, or all tries failed.</returns>
        internal int Pop(int tries)
        {
            while (tries-- > 0 && Volatile.Read(ref _count) > 1)
            {
                var head = _head;
                var next = Interlocked.Exchange(ref Slots[head].Next, -1);
                if (next < 0) continue;
                if (Interlocked.CompareExchange(ref _head, next, head) == head)
                {
                    Interlocked.Decrement(ref _count);
                    return head;
                }
                Interlocked.Exchange(ref Slots[head].Next, next);
            }
            return -1;
        }

        internal void Push(int slot)
        {
            int head;
            do
            {
                head = _head;
                Volatile.Write(ref Slots[slot].Next, head);
            }
            while (Interlocked.CompareExchange(ref _head, slot, head) != head);
            Interlocked.Increment(ref _count);
        }
    }

    private sealed class Slot
    {
        internal int Next;
        internal volatile int Owner;
    }
}
