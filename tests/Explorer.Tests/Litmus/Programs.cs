namespace Interleavings.Tests.Litmus;

/// <summary>The standard programs whose traces can be counted by hand or by the literature.</summary>
internal static class Programs
{
    internal sealed class Cell
    {
        public int N;
    }

    /// <summary><c>N++</c> by several threads.</summary>
    internal static Action Increments(int threads) => () =>
    {
        var cell = new Cell();
        Threads.Run(threads, _ => cell.N++);
    };

    /// <summary>Several threads with several critical sections each, on one lock.</summary>
    internal static Action Locked(int threads, int sections) => () =>
    {
        var cell = new Cell();
        var gate = new object();
        Threads.Run(threads, _ =>
        {
            for (var k = 0; k < sections; k++)
            {
                lock (gate) cell.N++;
            }
        });
    };

    /// <summary>The same with the lock object of .NET 9.</summary>
    internal static Action LockedByLock(int threads, int sections) => () =>
    {
        var cell = new Cell();
        var gate = new Lock();
        Threads.Run(threads, _ =>
        {
            for (var k = 0; k < sections; k++)
            {
                lock (gate) cell.N++;
            }
        });
    };

    internal static Action DroppedInterlocked(int threads) => () =>
    {
        var cell = new Cell();
        Threads.Run(threads, _ => { Interlocked.Increment(ref cell.N); });
    };

    internal static Action UsedInterlocked(int threads) => () =>
    {
        var cell = new Cell();
        var seen = new int[threads];
        Threads.Run(threads, i => { seen[i] = Interlocked.Increment(ref cell.N); });
    };

    internal static Action OppositeLocks() => () =>
    {
        var (a, b) = (new object(), new object());
        Threads.Run(
            () => { lock (a) { lock (b) { } } },
            () => { lock (b) { lock (a) { } } });
    };

    /// <summary>Dining philosophers; one of them may reach for the other fork first.</summary>
    internal static Action Philosophers(int count, bool ordered) => () =>
    {
        var forks = new object[count];
        for (var i = 0; i < count; i++) forks[i] = new();
        Threads.Run(count, i =>
        {
            var (first, second) = (i, (i + 1) % count);
            if (ordered && first > second) (first, second) = (second, first);
            lock (forks[first]) { lock (forks[second]) { } }
        });
    };

    internal static Action Writers(int count) => () =>
    {
        var cell = new Cell();
        Threads.Run(count, i => cell.N = i);
    };

    internal static Action OneWriterManyReaders(int readers) => () =>
    {
        var cell = new Cell();
        Threads.Run(readers + 1, i =>
        {
            if (i == 0) cell.N = 42;
            else _ = cell.N;
        });
    };

    internal static Action ManyWritersOneReader(int writers) => () =>
    {
        var cell = new Cell();
        Threads.Run(writers + 1, i =>
        {
            if (i < writers) cell.N = i + 1;
            else _ = cell.N;
        });
    };

    /// <summary>"lastzero" of Abdulla et al., POPL 2014.</summary>
    internal static Action LastZero(int n) => () =>
    {
        var cells = new int[n + 1];
        Threads.Run(n + 1, j =>
        {
            if (j == 0)
            {
                var i = n;
                while (cells[i] != 0) i--;
            }
            else
            {
                cells[j] = cells[j - 1] + 1;
            }
        });
    };

    /// <summary>The "fib" benchmark of SV-COMP with two threads.</summary>
    internal static Action Fibonacci(int n) => () =>
    {
        var (i, j) = (new Cell { N = 1 }, new Cell { N = 1 });
        Threads.Run(
            () => { for (var k = 0; k < n; k++) i.N += j.N; },
            () => { for (var k = 0; k < n; k++) j.N += i.N; });
    };

    /// <summary>The same, with the body reading both results.</summary>
    internal static Action FibonacciRead(int n) => () =>
    {
        var (i, j) = (new Cell { N = 1 }, new Cell { N = 1 });
        var one = new Thread(() => { for (var k = 0; k < n; k++) i.N += j.N; });
        var two = new Thread(() => { for (var k = 0; k < n; k++) j.N += i.N; });
        one.Start();
        two.Start();
        _ = i.N;
        _ = j.N;
        one.Join();
        two.Join();
    };

    /// <summary>Files that find blocks (Flanagan, Godefroid, POPL 2005).</summary>
    internal static Action FileSystem(int threads) => () =>
    {
        const int blocks = 26, inodes = 32;
        var (inodeLocks, blockLocks) = (Objects(inodes), Objects(blocks));
        var (inode, busy) = (new int[inodes], new bool[blocks]);
        Threads.Run(threads, number =>
        {
            var i = number % inodes;
            lock (inodeLocks[i])
            {
                if (inode[i] != 0) return;
                for (var b = i * 2 % blocks; ; b = (b + 1) % blocks)
                {
                    lock (blockLocks[b])
                    {
                        if (busy[b]) continue;
                        busy[b] = true;
                        inode[i] = b + 1;
                        return;
                    }
                }
            }
        });
    };

    /// <summary>Threads that put messages into one hash table (Flanagan, Godefroid, POPL 2005).</summary>
    internal static Action Indexer(int threads) => () =>
    {
        const int size = 128, messages = 4;
        var table = new int[size];
        Threads.Run(threads, number =>
        {
            for (var m = 1; m <= messages; m++)
            {
                var word = m * 11 + number;
                var hash = word * 7 % size;
                while (Interlocked.CompareExchange(ref table[hash], word, 0) != 0)
                    hash = (hash + 1) % size;
            }
        });
    };

    private static object[] Objects(int count)
    {
        var objects = new object[count];
        for (var i = 0; i < count; i++) objects[i] = new();
        return objects;
    }

    /// <summary>Example 1 of Abdulla et al., POPL 2014, section 6.</summary>
    internal static Action Popl() => () =>
    {
        var (x, y, z) = (new Cell(), new Cell(), new Cell());
        Threads.Run(
            () => x.N = 1,
            () => y.N = 1,
            () => { if (y.N != 1) z.N = 1; },
            () => { if (z.N != 0 && y.N != 1) x.N = 2; });
    };

    internal static Action StoreBuffers() => () =>
    {
        var (x, y) = (new Cell(), new Cell());
        Threads.Run(() => { x.N = 1; _ = y.N; }, () => { y.N = 1; _ = x.N; });
    };

    private static int s_one, s_other;

    /// <summary>As few events as can be, so that every schedule can be tried.</summary>
    internal static Action Bare() => () =>
    {
        var one = new Thread(static () => { s_one++; s_other = 1; });
        one.Start();
        s_other++;
        s_one++;
        one.Join();
    };

    internal static Action Rendezvous(int threads) => () =>
    {
        var barrier = new Barrier(threads);
        var cells = new int[threads];
        Threads.Run(threads, i =>
        {
            cells[i] = 1;
            barrier.SignalAndWait();
            _ = cells[(i + 1) % threads];
        });
    };

    internal static Action TriedLocks(int threads) => () =>
    {
        var gate = new object();
        var cell = new Cell();
        Threads.Run(threads, _ =>
        {
            if (!Monitor.TryEnter(gate)) return;
            cell.N++;
            Monitor.Exit(gate);
        });
    };
}
