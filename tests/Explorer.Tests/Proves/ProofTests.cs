using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>Right programs, each by the primitive that makes it right.</summary>
public class ProofTests
{
    private sealed class Cell
    {
        public int N;
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("lock", 2, () => Locked(new Cell(), new object()));
        yield return Case("Lock", 2, () =>
        {
            var (cell, gate) = (new Cell(), new Lock());
            Threads.Run(2, _ => { lock (gate) cell.N++; });
            cell.N.ShouldBe(2);
        });
        yield return Case("Lock.Enter and Exit", 2, () =>
        {
            var (cell, gate) = (new Cell(), new Lock());
            Threads.Run(2, _ =>
            {
                gate.Enter();
                try { cell.N++; }
                finally { gate.Exit(); }
            });
            cell.N.ShouldBe(2);
        });
        yield return Case("Monitor.Enter and Exit", 2, () =>
        {
            var (cell, gate) = (new Cell(), new object());
            Threads.Run(2, _ =>
            {
                Monitor.Enter(gate);
                try { cell.N++; }
                finally { Monitor.Exit(gate); }
            });
            cell.N.ShouldBe(2);
        });
        yield return Case("a lock entered twice", 2, () =>
        {
            var (cell, gate) = (new Cell(), new object());
            Threads.Run(2, _ => { lock (gate) { lock (gate) cell.N++; } });
            cell.N.ShouldBe(2);
        });
        yield return Case("Interlocked", 1, () =>
        {
            var cell = new Cell();
            Threads.Run(2, _ => { Interlocked.Increment(ref cell.N); });
            cell.N.ShouldBe(2);
        });
        yield return Case("start and join", 1, () =>
        {
            var cell = new Cell { N = 1 };
            Threads.Run(() => cell.N++);
            cell.N.ShouldBe(2);
        });
        yield return Case("a collection of one's own making that locks", 2, () =>
        {
            ICollection<int> safe = new Guarded();
            Threads.Run(2, i => safe.Add(i));
            safe.Count.ShouldBe(2);
        });
        yield return Case("the two halves of an array, by spans", 1, () =>
        {
            var slots = new int[4];
            Threads.Run(2, i =>
            {
                var half = slots.AsSpan(2 * i, 2);
                half.Fill(1);
                half[1]++;
            });
            slots.ShouldBe([1, 2, 1, 2]);
        });
        yield return Case("a query that is read under the lock", 2, () =>
        {
            var list = new List<int> { 1 };
            Threads.Run(
                () => { lock (list) list.Add(2); },
                () => { lock (list) _ = list.Where(n => n > 0).Select(n => n + 1).ToList(); });
        });
        yield return Case("a span of one's own and a text", 1, () => Threads.Run(2, _ =>
        {
            Span<char> letters = stackalloc char[3];
            "abc".AsSpan().CopyTo(letters);
            letters.Reverse();
            _ = "abc".AsSpan().IndexOf('c');
        }));
        yield return Case("the two halves of a struct", 1, () =>
        {
            var pair = (A: 0, B: 0);
            Threads.Run(() => pair.A++, () => pair.B++);
            pair.ShouldBe((1, 1));
        });
        yield return Case("slots of one's own", 1, () =>
        {
            var slots = new int[2];
            Threads.Run(2, i => slots[i] = 1);
            slots.ShouldBe([1, 1]);
        });
        yield return Case("locals that nobody shares", 1, () => Threads.Run(2, _ =>
        {
            var slots = new int[1];
            ref var slot = ref slots[0];
            slot++;
            var pair = (A: 1, B: 2);
            pair.A += pair.B;
        }));
        yield return Case("a static, fresh in each execution", 2, () =>
        {
            Threads.Run(2, static _ => { lock (s_gate) s_count++; });
            s_count.ShouldBe(2);
        });
    }

    private sealed class Bell
    {
        public event Action? Rings;

        public void Ring() => Rings?.Invoke();
    }

    private sealed class Guarded : ICollection<int>
    {
        private readonly List<int> _items = [];
        private readonly object _gate = new();

        public int Count { get { lock (_gate) return _items.Count; } }

        public bool IsReadOnly => false;

        public void Add(int item) { lock (_gate) _items.Add(item); }

        public void Clear() { lock (_gate) _items.Clear(); }

        public bool Contains(int item) { lock (_gate) return _items.Contains(item); }

        public void CopyTo(int[] array, int arrayIndex) { lock (_gate) _items.CopyTo(array, arrayIndex); }

        public bool Remove(int item) { lock (_gate) return _items.Remove(item); }

        public IEnumerator<int> GetEnumerator() { lock (_gate) return _items.ToList().GetEnumerator(); }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static readonly object s_gate = new();
    private static int s_count;

    [TestCaseSource(nameof(Right))]
    public void Proved_with_each_trace_once(Action program, int traces)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(traces);
        verdict.Redundant.ShouldBe(0);
        verdict.UnderSequentialConsistency.ShouldBeEmpty();
    }

    [Test]
    public void A_volatile_flag_publishes_its_payload_and_the_proof_names_it()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (payload, ready) = (0, new Flag());
            Threads.Run(
                () => { payload = 42; ready.IsUp = true; },
                () => { if (ready.IsUp) payload.ShouldBe(42); });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(2);
        verdict.UnderSequentialConsistency.ShouldBe(["IsUp"]);
    }

    [Test]
    public void Two_may_subscribe_to_an_event_at_once()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (bell, rung) = (new Bell(), 0);
            Threads.Run(2, _ => bell.Rings += () => rung++);
            bell.Ring();
            rung.ShouldBe(2);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
    }

    [Test]
    public void A_loop_that_only_reads_waits_instead_of_going_round()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (payload, ready) = (0, new Flag());
            Threads.Run(
                () => { payload = 42; ready.IsUp = true; },
                () =>
                {
                    while (!ready.IsUp) { }
                    payload.ShouldBe(42);
                });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(2);
    }

    [Test]
    public void A_barrier_is_a_join_that_goes_on()
    {
        var verdict = Explorer.Explore(() =>
        {
            var barrier = new Barrier(2);
            var slots = new int[2];
            Threads.Run(2, i =>
            {
                slots[i] = 1;
                barrier.SignalAndWait();
                slots[1 - i].ShouldBe(1);
            });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Some_interleaving_passes_when_one_does()
    {
        var seen = Explorer.ExploreSome(() =>
        {
            var flag = new Flag();
            var saw = false;
            Threads.Run(() => flag.IsUp = true, () => saw = flag.IsUp);
            saw.ShouldBeTrue();
        });

        seen.Outcome.ShouldBe(Outcome.Proved, seen.ToString());
    }

    [Test]
    public void Some_interleaving_is_broken_when_none_passes()
    {
        var never = Explorer.ExploreSome(() =>
        {
            var flag = new Flag();
            Threads.Run(() => flag.IsUp = true);
            flag.IsUp.ShouldBeFalse();
        });

        never.Outcome.ShouldBe(Outcome.Broken, never.ToString());
    }

    private static void Locked(Cell cell, object gate)
    {
        Threads.Run(2, _ => { lock (gate) cell.N++; });
        cell.N.ShouldBe(2);
    }

    private sealed class Flag
    {
        public volatile bool IsUp;
    }

    private static TestCaseData Case(string name, int traces, Action program) =>
        new(program, traces) { TestName = $"By {name}" };
}
