using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

public static class Threading
{
    static readonly object gate = new();
    static int shared;
    [ThreadStatic] static int own;
    [ThreadStatic] static List<int>? ownList;

    public static string Lock_on_an_object()
    {
        shared = 0;
        Together(4, () => { for (var i = 0; i < 1000; i++) lock (gate) shared++; });
        return Say(shared, Monitor.IsEntered(gate));
    }

    public static string Synchronized_methods()
    {
        var it = new Guarded();
        Together(4, () => { for (var i = 0; i < 1000; i++) { it.Add(1); Guarded.AddAll(); } });
        return Say(it.Sum, Guarded.All, it.Held(), Monitor.IsEntered(it), Thrown(() => it.Add(-1)),
            Monitor.IsEntered(it), Guarded.HeldStatically(), Monitor.IsEntered(typeof(Guarded)),
            it.Same("x", out var length), length, string.Join(' ', it.Numbers(2)));
    }

    class Guarded
    {
        int first = 1;

        [MethodImpl(MethodImplOptions.Synchronized)]
        public Guarded() => Sum = Monitor.IsEntered(this) ? 0 : -1;

        public static int All { get; private set; }

        public int Sum { [MethodImpl(MethodImplOptions.Synchronized)] get; private set; }

        [MethodImpl(MethodImplOptions.Synchronized)]
        public static void AddAll() => All++;

        [MethodImpl(MethodImplOptions.Synchronized)]
        public static bool HeldStatically() => Monitor.IsEntered(typeof(Guarded));

        [MethodImpl(MethodImplOptions.Synchronized)]
        public void Add(int n)
        {
            if (n < 0) throw new Exception("less");
            try { Sum += n; }
            finally { Monitor.PulseAll(this); }
        }

        [MethodImpl(MethodImplOptions.Synchronized)]
        public bool Held()
        {
            while (first > 0) { if (first-- == 1) return Monitor.IsEntered(this); }
            return false;
        }

        [MethodImpl(MethodImplOptions.Synchronized)]
        public T Same<T>(T value, out int length)
        {
            length = $"{value}".Length;
            return value;
        }

        [MethodImpl(MethodImplOptions.Synchronized)]
        public IEnumerable<int> Numbers(int count)
        {
            for (var i = 0; i < count; i++) yield return Monitor.IsEntered(this) ? 1 : i;
        }
    }

    public static string Lock_on_a_lock()
    {
        var it = new Lock();
        var n = 0;
        Together(4, () => { for (var i = 0; i < 1000; i++) lock (it) n++; });
        using (it.EnterScope()) n++;
        return Say(n, it.IsHeldByCurrentThread, Thrown(() => { lock (it) throw new Exception("in"); }),
            it.TryEnter());
    }

    public static string Lock_is_left_by_an_exception()
    {
        var it = new object();
        var said = Thrown(() => { lock (it) { lock (it) throw new Exception("x"); } });
        return Say(said, Monitor.IsEntered(it), Thrown(() => Monitor.Exit(it)), Thrown(() => { lock ((object)null!) { } }));
    }

    public static string Wait_and_pulse()
    {
        var items = new Queue<int>();
        var seen = new List<int>();
        var reader = new Thread(() =>
        {
            for (var i = 0; i < 3; i++)
                lock (items)
                {
                    while (items.Count == 0) Monitor.Wait(items);
                    seen.Add(items.Dequeue());
                }
        });
        reader.Start();
        for (var i = 0; i < 3; i++) lock (items) { items.Enqueue(i); Monitor.PulseAll(items); }
        reader.Join();
        return Say(seen);
    }

    public static string Interlocked_operations()
    {
        var n = 5;
        long l = 1;
        object? o = "a";
        string? s = "x";
        var d = 1.5;
        var up = Interlocked.Increment(ref n);
        Interlocked.Add(ref l, 4);
        var before = Interlocked.Exchange(ref o, null);
        var same = Interlocked.CompareExchange(ref s, "y", s);
        Interlocked.CompareExchange(ref d, 2.5, 1.5);
        Interlocked.Or(ref n, 8);
        Interlocked.And(ref l, 4);
        Interlocked.Increment(ref shared);
        var e = DayOfWeek.Monday;
        Interlocked.Exchange(ref e, DayOfWeek.Friday);
        return Say(n, l, before, o, same, s, d, up, Interlocked.Read(ref l), Interlocked.Decrement(ref n), e);
    }

    public static string Volatile_and_barriers()
    {
        var n = 0;
        var s = "";
        Volatile.Write(ref n, 4);
        Volatile.Write(ref s, "t");
        Thread.MemoryBarrier();
        Interlocked.MemoryBarrier();
        return Say(Volatile.Read(ref n), Volatile.Read(ref s));
    }

    public static string Thread_statics()
    {
        own = 3;
        ownList = [1];
        var seen = -1;
        var there = new Thread(() => { seen = own; own = 9; own++; ownList ??= []; ownList.Add(2); });
        there.Start();
        there.Join();
        Bump(ref own);
        return Say(own, seen, ownList);
        static void Bump(ref int n) => n++;
    }

    public static string Thread_local_and_async_local()
    {
        using var local = new ThreadLocal<int>(() => 7, trackAllValues: true);
        local.Value++;
        var there = 0;
        var thread = new Thread(() => there = local.Value);
        thread.Start();
        thread.Join();
        return Say(local.Value, there, local.Values.Order(), local.IsValueCreated);
    }

    public static string Threads()
    {
        var log = new ConcurrentQueue<string>();
        var thread = new Thread(o => log.Enqueue($"{o} {Thread.CurrentThread.Name}")) { Name = "n", IsBackground = true };
        log.Enqueue($"{thread.IsAlive} {thread.ThreadState}");
        thread.Start("with");
        thread.Join();
        log.Enqueue($"{thread.IsAlive} {thread.Join(0)}");
        return Say(log, Thrown(() => new Thread((ThreadStart)null!)), Thrown(() => thread.Start()).Split(':')[0]);
    }

    public static string Signals()
    {
        using var auto = new AutoResetEvent(false);
        using var manual = new ManualResetEventSlim();
        using var countdown = new CountdownEvent(2);
        using var semaphore = new SemaphoreSlim(1, 2);
        var log = new ConcurrentQueue<int>();
        var thread = new Thread(() =>
        {
            auto.WaitOne();
            log.Enqueue(1);
            manual.Set();
            countdown.Signal();
            semaphore.Wait();
            countdown.Signal();
        });
        thread.Start();
        auto.Set();
        manual.Wait();
        countdown.Wait();
        thread.Join();
        return Say(log, semaphore.CurrentCount, manual.IsSet, auto.WaitOne(0), semaphore.Release(),
            Thrown(() => semaphore.Release(5)).Split(':')[0], countdown.CurrentCount);
    }

    public static string Barrier_and_reader_writer()
    {
        using var barrier = new Barrier(3, b => shared = (int)b.CurrentPhaseNumber * 10);
        Together(3, () => { barrier.SignalAndWait(); barrier.SignalAndWait(); });
        using var doors = new ReaderWriterLockSlim();
        var n = 0;
        Together(3, () =>
        {
            doors.EnterWriteLock();
            try { n++; } finally { doors.ExitWriteLock(); }
            doors.EnterReadLock();
            doors.ExitReadLock();
        });
        return Say(shared, barrier.CurrentPhaseNumber, n, doors.IsWriteLockHeld);
    }

    public static string Tasks_and_parallel()
    {
        var sum = 0;
        Parallel.For(0, 100, i => Interlocked.Add(ref sum, i));
        Parallel.ForEach([1, 2, 3], n => Interlocked.Add(ref sum, n));
        Parallel.Invoke(() => Interlocked.Increment(ref sum), () => Interlocked.Increment(ref sum));
        var query = Enumerable.Range(0, 20).AsParallel().AsOrdered().Where(n => n % 3 == 0).Select(n => n * n);
        var task = Task.Factory.StartNew(o => (int)o! + 1, 4);
        return Say(sum, query.ToArray(), query.Sum(), task.Result, Task.WaitAll([task], 10));
    }

    public static string Concurrent_collections()
    {
        var d = new ConcurrentDictionary<string, int>();
        d.AddOrUpdate("a", 1, (_, n) => n + 1);
        d.AddOrUpdate("a", 1, (_, n) => n + 1);
        var got = d.GetOrAdd("b", k => k.Length);
        using var items = new BlockingCollection<int>(2) { 1, 2 };
        items.CompleteAdding();
        var bag = new ConcurrentBag<int> { 4 };
        var stack = new ConcurrentStack<int>([1, 2]);
        return Say(d["a"], got, d.TryRemove("a", out var n), n, items.GetConsumingEnumerable(),
            items.IsCompleted, bag.TryTake(out var b), b, stack.TryPop(out var top), top, d.Count);
    }

    public static async Task<string> Channels()
    {
        var channel = System.Threading.Channels.Channel.CreateBounded<int>(1);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 4; i++) await channel.Writer.WriteAsync(i);
            channel.Writer.Complete();
        });
        var seen = new List<int>();
        await foreach (var n in channel.Reader.ReadAllAsync()) seen.Add(n);
        await writing;
        return Say(seen, channel.Reader.Completion.Status, channel.Writer.TryWrite(1));
    }

    public static string Lazy_values()
    {
        var made = 0;
        var lazy = new Lazy<int>(() => ++made);
        string? later = null;
        var failing = new Lazy<int>(() => throw new Exception($"f{++made}"));
        return Say(lazy.IsValueCreated, lazy.Value, lazy.Value, made,
            LazyInitializer.EnsureInitialized(ref later, () => "l"), Thrown(() => Say(failing.Value)),
            Thrown(() => Say(failing.Value)));
    }

    public static string Completion_sources_and_cancellation()
    {
        var source = new TaskCompletionSource<int>();
        var log = new List<string>();
        using var cancel = new CancellationTokenSource();
        using var registration = cancel.Token.Register(() => log.Add("cancelled"));
        cancel.Cancel();
        var set = source.TrySetResult(4);
        return Say(set, source.TrySetCanceled(), source.Task.Result, log, cancel.Token.IsCancellationRequested,
            Thrown(() => cancel.Token.ThrowIfCancellationRequested()), CancellationToken.None.CanBeCanceled);
    }

    public static string Timers_and_waits()
    {
        using var rang = new ManualResetEvent(false);
        using var timer = new Timer(_ => rang.Set(), null, 1, Timeout.Infinite);
        rang.WaitOne();
        using var other = new ManualResetEvent(true);
        return Say(WaitHandle.WaitAny([rang, other], 0), WaitHandle.WaitAll([rang, other], 0),
            Task.Delay(1).Wait(5000), Thread.Yield() || true);
    }

    static void Together(int count, ThreadStart run)
    {
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(run)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }
}
