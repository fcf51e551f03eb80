using System.Buffers;
using System.Collections;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>
/// Members that the documentation calls thread-safe, and calls that keep a reference.
/// </summary>
public class ThreadSafeTests
{
    private sealed class Box
    {
        internal int N { get; set; }
    }

    private static IEnumerable<TestCaseData> Safe()
    {
        yield return Case("ImmutableInterlocked.Update", () =>
        {
            var list = ImmutableList<int>.Empty;
            Threads.Run(
                () => ImmutableInterlocked.Update(ref list, l => l.Add(1)),
                () => ImmutableInterlocked.Update(ref list, (l, n) => l.Add(n), 2));
            list.Sum().ShouldBe(3);
        });
        yield return Case("of an array", () =>
        {
            var array = ImmutableArray<int>.Empty;
            Threads.Run(2, i => ImmutableInterlocked.Update(ref array, a => a.Add(i)));
            array.Length.ShouldBe(2);
        });
        yield return Case("InterlockedInitialize", () =>
        {
            ImmutableArray<int> array = default;
            var first = 0;
            Threads.Run(2, i =>
            {
                if (ImmutableInterlocked.InterlockedInitialize(ref array, [i]))
                    Interlocked.Increment(ref first);
            });
            first.ShouldBe(1);
        });
        yield return Case("InterlockedExchange", () =>
        {
            var array = ImmutableArray.Create(0);
            int one = 0, other = 0;
            Threads.Run(
                () => one = ImmutableInterlocked.InterlockedExchange(ref array, [1])[0],
                () => other = ImmutableInterlocked.InterlockedExchange(ref array, [2])[0]);
            (one + other + array[0]).ShouldBe(3);
        });
        yield return Case("Enqueue and TryDequeue", () =>
        {
            var queue = ImmutableQueue<int>.Empty;
            var taken = 0;
            Threads.Run(
                () => ImmutableInterlocked.Enqueue(ref queue, 1),
                () => { if (ImmutableInterlocked.TryDequeue(ref queue, out var n)) taken = n; });
            (taken + queue.Sum()).ShouldBe(1);
        });
        yield return Case("Push and TryPop", () =>
        {
            var stack = ImmutableStack.Create(1);
            int one = 0, other = 0;
            Threads.Run(
                () => ImmutableInterlocked.TryPop(ref stack, out one),
                () => ImmutableInterlocked.TryPop(ref stack, out other));
            (one + other).ShouldBe(1);
        });
        yield return Case("AddOrUpdate", () =>
        {
            var map = ImmutableDictionary<string, int>.Empty;
            Threads.Run(2, _ => ImmutableInterlocked.AddOrUpdate(ref map, "a", 1, (_, n) => n + 1));
            map["a"].ShouldBe(2);
        });
        yield return Case("GetOrAdd", () =>
        {
            var map = ImmutableDictionary<string, Box>.Empty;
            Box? one = null, other = null;
            Threads.Run(
                () => one = ImmutableInterlocked.GetOrAdd(ref map, "a", _ => new()),
                () => other = ImmutableInterlocked.GetOrAdd(ref map, "a", _ => new()));
            one.ShouldBeSameAs(other);
        });
        yield return Case("TryAdd, TryUpdate and TryRemove", () =>
        {
            var map = ImmutableDictionary<string, int>.Empty;
            Threads.Run(2, i =>
            {
                ImmutableInterlocked.TryAdd(ref map, "a", i);
                ImmutableInterlocked.TryUpdate(ref map, "a", 7, i);
                ImmutableInterlocked.TryRemove(ref map, "a", out _);
            });
            map.ShouldBeEmpty();
        });
        yield return Case("a counter of a meter", () =>
        {
            using var meter = new Meter("m");
            var counter = meter.CreateCounter<int>("c");
            Threads.Run(2, i => counter.Add(i));
        });
        yield return Case("a source of activities", () =>
        {
            using var source = new ActivitySource("s");
            Threads.Run(2, i => { using var activity = source.StartActivity($"{i}"); });
        });
        yield return Case("a pool of arrays", () =>
        {
            var pool = ArrayPool<int>.Create();
            Threads.Run(2, i =>
            {
                var rented = pool.Rent(4);
                rented[0] = i;
                rented[0].ShouldBe(i);
                pool.Return(rented);
            });
        });
        yield return Case("the shared pool of arrays", () =>
            Threads.Run(2, i =>
            {
                var rented = ArrayPool<int>.Shared.Rent(4);
                rented[0] = i;
                ArrayPool<int>.Shared.Return(rented, clearArray: true);
            }));
        yield return Case("a synchronized hash table", () =>
        {
            var table = Hashtable.Synchronized([]);
            Threads.Run(2, i => table[i] = i);
            table.Count.ShouldBe(2);
        });
        yield return Case("a synchronized list under its lock", () =>
        {
            var list = ArrayList.Synchronized([]);
            Threads.Run(2, i => { lock (list.SyncRoot) if (list.Count == 0) list.Add(i); });
            list.Count.ShouldBe(1);
        });
        yield return Case("synchronized queues, stacks and sorted lists", () =>
        {
            var (queue, stack) = (Queue.Synchronized(new()), Stack.Synchronized(new()));
            var sorted = SortedList.Synchronized([]);
            Threads.Run(
                () => { queue.Enqueue(1); stack.Push(1); sorted[1] = 1; },
                () => { queue.Enqueue(2); stack.Push(2); sorted[2] = 2; });
            (queue.Count, stack.Count, sorted.Count).ShouldBe((2, 2, 2));
        });
        yield return Case("a weak table", () =>
        {
            var table = new ConditionalWeakTable<object, Box>();
            var key = new object();
            Box? one = null, other = null;
            Threads.Run(
                () => one = table.GetValue(key, static _ => new()),
                () => other = table.GetOrCreateValue(key));
            one.ShouldBeSameAs(other);
        });
        yield return Case("two look through a weak reference", () =>
        {
            var box = new Box();
            var weak = new WeakReference<Box>(box);
            Threads.Run(2, _ => weak.TryGetTarget(out Box? _).ShouldBeTrue());
            GC.KeepAlive(box);
        });
    }

    /// <summary>What each does with a list before it is locked.</summary>
    private static IEnumerable<TestCaseData> Keeping()
    {
        yield return Kept("ThrowIfNull", list => ArgumentNullException.ThrowIfNull(list));
        yield return Kept("ReferenceEquals", list => ReferenceEquals(list, null));
        yield return Kept("KeepAlive", list => GC.KeepAlive(list));
        yield return Kept("a tuple", list => { var pair = (list, 1); pair.Item2.ShouldBe(1); });
        yield return Kept("Tuple.Create", list => Tuple.Create(list));
        yield return Kept("a pair of a key and a value", list => KeyValuePair.Create(1, list));
        yield return Kept("a list of lists", list => new List<List<int>> { list });
        yield return Kept("a dictionary of lists", list => new Dictionary<int, List<int>> { [1] = list });
        yield return Kept("a queue of lists", list => new Queue<List<int>>().Enqueue(list));
        yield return Kept("an ArrayList", list => new ArrayList { list });
        yield return Kept("a weak reference", list => new WeakReference<List<int>>(list).SetTarget(list));
        yield return Kept("a wrapper that only reads", list => _ = new ReadOnlyCollection<int>(list));
        yield return Kept("a delegate", list =>
        {
            Func<List<int>, bool> isThere = l => l is not null;
            isThere(list);
        });
        yield return Kept("an array filled with lists", list => Array.Fill(new List<int>[2], list));
        yield return Kept("a query", list => Enumerable.Repeat(list, 2).Count());
    }

    private static IEnumerable<TestCaseData> Unsafe()
    {
        yield return Case("a factory may run twice", () =>
        {
            var table = new ConditionalWeakTable<object, Box>();
            var (key, made) = (new object(), 0);
            Threads.Run(2, _ => table.GetValue(key, _ =>
            {
                Interlocked.Increment(ref made);
                return new();
            }));
            made.ShouldBe(1);
        });
        yield return Case("look, and then add to a weak table", () =>
        {
            var table = new ConditionalWeakTable<object, Box>();
            var (key, added) = (new object(), 0);
            Threads.Run(2, _ =>
            {
                if (table.TryGetValue(key, out Box? _)) return;
                table.AddOrUpdate(key, new());
                Interlocked.Increment(ref added);
            });
            added.ShouldBe(1);
        });
        yield return Case("look, and then add to a synchronized hash table", () =>
        {
            var table = Hashtable.Synchronized([]);
            var added = 0;
            Threads.Run(2, i =>
            {
                if (table.ContainsKey(1)) return;
                table[1] = i;
                Interlocked.Increment(ref added);
            });
            added.ShouldBe(1);
        });
        yield return Case("a hash table is read while its lock is held", () =>
        {
            var table = Hashtable.Synchronized([]);
            var (first, second) = (false, false);
            Threads.Run(
                () => { lock (table.SyncRoot) { table[1] = 1; table[2] = 2; } },
                () => (first, second) = (table.ContainsKey(1), table.ContainsKey(2)));
            second.ShouldBe(first);
        });
        yield return Case("a transformer of an update has run twice", () =>
        {
            var (list, runs) = (ImmutableList<int>.Empty, 0);
            Threads.Run(2, i => ImmutableInterlocked.Update(ref list, l =>
            {
                Interlocked.Increment(ref runs);
                return l.Add(i);
            }));
            runs.ShouldBe(2);
        });
        yield return Case("an array is used after it was returned", () =>
        {
            var seen = 0;
            Threads.Run(
                () =>
                {
                    var rented = ArrayPool<int>.Shared.Rent(4);
                    ArrayPool<int>.Shared.Return(rented);
                    rented[0] = 1;
                },
                () => seen = ArrayPool<int>.Shared.Rent(4)[0]);
            seen.ShouldBe(0);
        });
        yield return Case("a delegate of a library's method looks", () =>
        {
            var (list, seen) = (new List<int>(), 0);
            Func<IEnumerable<int>, int> count = Enumerable.Count;
            Threads.Run(() => seen = count(list), () => list.Add(1));
            seen.ShouldBe(0);
        });
        yield return Case("what is formatted is looked into", () =>
        {
            var (list, seen) = (new System.Text.StringBuilder(), "");
            Threads.Run(() => seen = $"{list}", () => list.Append('a'));
            seen.ShouldBe("");
        });
    }

    [TestCaseSource(nameof(Safe))]
    public void Two_threads_may_call_it_at_once(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Keeping))]
    public void What_only_keeps_a_list_does_not_read_it(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Unsafe))]
    public void A_safe_call_does_not_make_two_of_them_safe(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    private static TestCaseData Kept(string name, Action<List<int>> hand) => Case(name, () =>
    {
        var list = new List<int>();
        Threads.Run(
            () =>
            {
                hand(list);
                lock (list) list.Add(1);
            },
            () => { lock (list) list.Add(2); });
        list.Count.ShouldBe(2);
    });

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
