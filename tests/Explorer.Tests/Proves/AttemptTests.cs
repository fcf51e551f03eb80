using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>Right programs on primitives that guard themselves, or that try until they succeed.</summary>
public class AttemptTests
{
    private sealed class Box
    {
        public int N;
        public ReaderWriterLockSlim Gate = new();
    }

    [ThreadStatic]
    private static int s_mine;

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("a Lazy, whose factory runs once", () =>
        {
            var runs = new Box();
            var lazy = new Lazy<Box>(() => new() { N = ++runs.N });
            Threads.Run(2, i => lazy.Value.N.ShouldBe(1));
            runs.N.ShouldBe(1);
        });
        yield return Case("a Lazy whose exception is the same for all", () =>
        {
            var runs = new Box();
            var lazy = new Lazy<int>(() => { runs.N++; throw new FormatException(); });
            Threads.Run(2, i => Should.Throw<FormatException>(() => lazy.Value));
            runs.N.ShouldBe(1);
        });
        yield return Case("a published Lazy: one value for all", () =>
        {
            var lazy = new Lazy<Box>(() => new(), LazyThreadSafetyMode.PublicationOnly);
            var seen = new Box[2];
            Threads.Run(2, i => seen[i] = lazy.Value);
            seen[0].ShouldBeSameAs(seen[1]);
        });
        yield return Case("LazyInitializer", () =>
        {
            Box? box = null;
            var seen = new Box[2];
            Threads.Run(2, i => seen[i] = LazyInitializer.EnsureInitialized(ref box, static () => new()));
            seen[0].ShouldBeSameAs(seen[1]);
        });
        yield return Case("LazyInitializer under a lock", () =>
        {
            var (number, isMade, runs) = (0, false, 0);
            object? gate = null;
            Threads.Run(2, i =>
                LazyInitializer.EnsureInitialized(ref number, ref isMade, ref gate, () => ++runs).ShouldBe(1));
        });
        yield return Case("a value of each thread's own", () =>
        {
            var local = new ThreadLocal<int>(() => 5);
            Threads.Run(2, i => { local.Value += i; local.Value.ShouldBe(5 + i); });
            local.IsValueCreated.ShouldBeFalse();
        });
        yield return Case("a [ThreadStatic] field", () =>
        {
            s_mine = 9;
            Threads.Run(2, i => { s_mine.ShouldBe(0); s_mine += i; Interlocked.Increment(ref s_mine); s_mine.ShouldBe(i + 1); });
            s_mine.ShouldBe(9);
        });
        yield return Case("a stack that loses nothing", () =>
        {
            var stack = new ConcurrentStack<int>();
            var popped = new Box();
            Threads.Run(2, i =>
            {
                stack.Push(i);
                if (stack.TryPop(out var item)) Interlocked.Add(ref popped.N, item + 10);
            });
            popped.N.ShouldBe(21);
        });
        yield return Case("a bag that gives each its own", () =>
        {
            var bag = new ConcurrentBag<int>();
            Threads.Run(2, i =>
            {
                bag.Add(i);
                bag.TryTake(out var item).ShouldBeTrue();
                item.ShouldBe(i);
            });
        });
        yield return Case("what a queue hands over", () =>
        {
            var queue = new ConcurrentQueue<Box>();
            Threads.Run(
                () => queue.Enqueue(new() { N = 5 }),
                () => { if (queue.TryDequeue(out var box)) box.N++.ShouldBe(5); });
        });
        yield return Case("a count in a dictionary", () =>
        {
            var counts = new ConcurrentDictionary<string, int>();
            Threads.Run(2, i => counts.AddOrUpdate("Ann", 1, static (name, old) => old + 1));
            counts["Ann"].ShouldBe(2);
        });
        yield return Case("a dictionary by keys that look into themselves", () =>
        {
            var ages = new ConcurrentDictionary<Key, int>();
            Threads.Run(2, i => ages.TryAdd(new() { Name = "Ann" }, i));
            ages.Count.ShouldBe(1);
        });
        yield return Case("readers and a writer", () =>
        {
            var box = new Box();
            Threads.Run(
                () => Write(box),
                () => Write(box),
                () => { box.Gate.EnterReadLock(); box.N.ShouldBeInRange(0, 2); box.Gate.ExitReadLock(); });
        });
        yield return Case("one that upgrades", () =>
        {
            var box = new Box();
            Threads.Run(2, i =>
            {
                box.Gate.EnterUpgradeableReadLock();
                if (box.N == 0) Write(box);
                box.Gate.ExitUpgradeableReadLock();
            });
            box.N.ShouldBe(1);
        });
        yield return Case("a bounded BlockingCollection", () =>
        {
            var (queue, sum) = (new BlockingCollection<int>(1), 0);
            Threads.Run(
                () => { queue.Add(1); queue.Add(2); queue.CompleteAdding(); },
                () => { foreach (var item in queue.GetConsumingEnumerable()) sum += item; });
            sum.ShouldBe(3);
        });
        yield return Case("a work item that is waited for", () =>
        {
            var (box, done) = (new Box(), new BlockingCollection<int>());
            ThreadPool.QueueUserWorkItem(static state => Set(state.Box, state.Done), (Box: box, Done: done), false);
            done.Take();
            box.N.ShouldBe(1);
        });
        yield return Case("a work item that nobody waits for", () =>
            ThreadPool.UnsafeQueueUserWorkItem(static state => ((Box)state!).N++, new Box()));
        yield return Case("a lock made of a compare-and-swap", Spinning.Exchanged(2));
        yield return Case("a lock made of an exchange", Spinning.Swapped(2));
        yield return Case("a lock that is tried until it is free", Spinning.Tried(3));
        yield return Case("a SpinLock", Collections.SpunLocked(2));
        yield return Case("a queue that is polled", Spinning.Polled());
        yield return Case("rounds that change something", Spinning.Handed());
    }

    [TestCaseSource(nameof(Right))]
    public void Proved(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
    }

    private static void Write(Box box)
    {
        box.Gate.EnterWriteLock();
        box.N++;
        box.Gate.ExitWriteLock();
    }

    private static void Set(Box box, BlockingCollection<int> done)
    {
        box.N = 1;
        done.Add(1);
    }

    /// <summary>Its comparisons are events of their own, unless somebody takes care.</summary>
    private sealed class Key
    {
        public string Name = "";

        public override bool Equals(object? obj) => obj is Key other && other.Name == Name;

        public override int GetHashCode() => Name.Length;
    }

    private static TestCaseData Case(string name, Action program) =>
        new(program) { TestName = $"By {name}" };
}
