using System.Collections.Concurrent;

namespace Interleavings.Tests.Litmus;

/// <summary>Programs on objects that guard themselves.</summary>
internal static class Collections
{
    internal static Action Enqueued(int threads) => () =>
    {
        var queue = new ConcurrentQueue<int>();
        Threads.Run(threads, i => queue.Enqueue(i));
    };

    internal static Action Looked() => () =>
    {
        var queue = new ConcurrentQueue<int>();
        Threads.Run(() => queue.Enqueue(1), () => _ = queue.Count, () => _ = queue.IsEmpty);
    };

    internal static Action PushedAndPopped() => () =>
    {
        var stack = new ConcurrentStack<int>();
        Threads.Run(2, i =>
        {
            stack.Push(i);
            stack.TryPop(out _);
        });
    };

    internal static Action Made() => () =>
    {
        var ages = new ConcurrentDictionary<string, object>();
        Threads.Run(2, i => ages.GetOrAdd("Ann", static name => name));
    };

    internal static Action Late(LazyThreadSafetyMode mode) => () =>
    {
        var lazy = new Lazy<object>(() => new(), mode);
        Threads.Run(2, n => _ = lazy.Value);
    };

    internal static Action Handed(int items, int capacity) => () =>
    {
        var queue = new BlockingCollection<int>(capacity);
        Threads.Run(
            () => { for (var i = 0; i < items; i++) queue.Add(i); queue.CompleteAdding(); },
            () => { foreach (var _ in queue.GetConsumingEnumerable()) { } });
    };

    internal static Action ReadersAndWriter(int readers) => () =>
    {
        var (gate, cell) = (new ReaderWriterLockSlim(), new Programs.Cell());
        Threads.Run(readers + 1, i =>
        {
            if (i == 0)
            {
                gate.EnterWriteLock();
                cell.N++;
                gate.ExitWriteLock();
            }
            else
            {
                gate.EnterReadLock();
                _ = cell.N;
                gate.ExitReadLock();
            }
        });
    };

    private sealed class Spun
    {
        public SpinLock Gate = new(false);
        public int N;
    }

    internal static Action SpunLocked(int threads) => () =>
    {
        var spun = new Spun();
        Threads.Run(threads, _ =>
        {
            var taken = false;
            spun.Gate.Enter(ref taken);
            spun.N++;
            spun.Gate.Exit();
        });
    };

    internal static Action PoolItems(int items) => () =>
    {
        var cell = new Programs.Cell();
        for (var i = 0; i < items; i++)
            ThreadPool.QueueUserWorkItem(_ => Interlocked.Increment(ref cell.N));
    };
}
