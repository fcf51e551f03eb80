using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Commutation.Subjects;

namespace Commutation.Primitives;

/// <summary>
/// The primitives that have a model, each new, in use, and disposed of or over. What a program sees of
/// the state is read by woven code, for only that knows it.
/// </summary>
static class PrimitiveSubjects
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        Of<SemaphoreSlim>("x.CurrentCount", "new(0)", "new(1, 2)",
        "Disposed(new SemaphoreSlim(1))"),
        Of<ManualResetEventSlim>("x.IsSet",
            "new()", "new(true)", "Disposed(new ManualResetEventSlim())"),
        Of<CountdownEvent>("new object[] { x.CurrentCount, x.InitialCount }",
            "new(2)", "After(new CountdownEvent(2), c => c.Signal())", "new(0)",
            "Disposed(new CountdownEvent(1))"),
        Of<Barrier>("new object[] { x.ParticipantCount, x.ParticipantsRemaining, x.CurrentPhaseNumber }",
            "new(1)", "new(2)", "new(3)", "Disposed(new Barrier(1))"),
        Of<ReaderWriterLockSlim>("new object[] { x.CurrentReadCount, x.IsWriteLockHeld }",
            "new()", "new(LockRecursionPolicy.SupportsRecursion)",
            "After(new ReaderWriterLockSlim(), l => l.EnterReadLock())",
            "Disposed(new ReaderWriterLockSlim())"),
        Of<AutoResetEvent>("x.WaitOne(0)",
            "new(false)", "new(true)", "Disposed(new AutoResetEvent(true))"),
        Of<ManualResetEvent>("x.WaitOne(0)",
            "new(false)", "new(true)", "Disposed(new ManualResetEvent(true))"),
        Of<EventWaitHandle>("x.WaitOne(0)", "new(false, EventResetMode.AutoReset)",
            "new(true, EventResetMode.ManualReset)",
            "Disposed(new EventWaitHandle(true, EventResetMode.AutoReset))"),
        Of<Mutex>("x.WaitOne(0)", "new()", "new(true)", "Disposed(new Mutex())"),
        Of<Semaphore>("x.WaitOne(0)", "new(0, 1)", "new(1, 2)", "Disposed(new Semaphore(1, 1))"),
        Of<Lock>("x.TryEnter()", "new()", "After(new Lock(), l => l.Enter())", "new()") with
        { Extra = ["InBlock(() => { lock (x) return 1; })"] },
        Of<object>("Monitor.TryEnter(x)", "new()", "After(new object(), Monitor.Enter)",
        "new()") with
        {
            Extra =
            [
                "Monitor.TryEnter(x)", "Monitor.Enter(x);", "Monitor.Exit(x);", "Monitor.IsEntered(x)",
                "Monitor.Pulse(x);", "Monitor.PulseAll(x);", "Monitor.Wait(x)",
                "InBlock(() => { lock (x) return Monitor.Wait(x); })", "InBlock(() => { lock (x) Monitor.Pulse(x); return 1; })",
                "InBlock(() => { lock (x) Monitor.PulseAll(x); return 1; })", "InBlock(() => { lock (x) return 2; })",
                "Monitor.TryEnter(x, 0)",
            ],
        },
        // A copy would be an access to all of it.
        Of<SpinLock>("null", "new(true)", "new(false)", "default"),
        Of<Lazy<int>>("x.IsValueCreated", "new(1)", "new(() => 2)",
            "new(() => throw new FormatException())"),
        Of<ThreadLocal<int>>("x.IsValueCreated",
            "new()", "new(() => 2, true)", "Disposed(new ThreadLocal<int>())"),
        Of<AsyncLocal<int>>("x.Value", "new()", "new() { Value = 1 }", "new() { Value = 2 }"),
        Of<TaskCompletionSource>("x.Task.Status", "new()",
            "new(System.Threading.Tasks.TaskCreationOptions.RunContinuationsAsynchronously)",
            "After(new System.Threading.Tasks.TaskCompletionSource(), s => s.SetResult())") with
        { Extra = [.. TaskCalls("x.Task")] },
        Of<TaskCompletionSource<int>>("x.Task.Status", "new()", "new(1)",
            "After(new System.Threading.Tasks.TaskCompletionSource<int>(), s => s.SetCanceled())") with
        { Extra = [.. TaskCalls("x.Task"), "x.Task.Result"] },
        Of<Task>("x.Status", "new(static () => { })",
            "After(new System.Threading.Tasks.Task(static () => { }), t => t.Start())",
            "System.Threading.Tasks.Task.CompletedTask") with
        { Extra = [.. TaskCalls("x")] },
        Of<Task<int>>("x.Status", "new(static () => 1)",
            "After(new System.Threading.Tasks.Task<int>(static () => 2), t => t.RunSynchronously())",
            "System.Threading.Tasks.Task.FromResult(3)") with
        { Extra = [.. TaskCalls("x")] },
        Of<CancellationTokenSource>("x.IsCancellationRequested", "new()",
            "After(new CancellationTokenSource(), s => s.Cancel())", "Disposed(new CancellationTokenSource())")
        with
        {
            Extra =
            [
                "x.Token.IsCancellationRequested", "x.Token.Register(static () => { }).Token.CanBeCanceled",
                "x.Token.WaitHandle.WaitOne(0)", "x.Token.ThrowIfCancellationRequested();",
                "CancellationTokenSource.CreateLinkedTokenSource(x.Token).IsCancellationRequested",
                "x.Token.WaitHandle.WaitOne()",
            ],
        },
        Of<CancellationTokenRegistration>("x.Token.IsCancellationRequested", "default",
            "new CancellationTokenSource().Token.Register(static () => { })",
            "Disposed(new CancellationTokenSource().Token.Register(static () => { }))"),
        Of<Channel<int>>("x.Reader.Count",
        "System.Threading.Channels.Channel.CreateUnbounded<int>()",
        "System.Threading.Channels.Channel.CreateBounded<int>(1)",
            "After(System.Threading.Channels.Channel.CreateBounded<int>(1), c => c.Writer.TryWrite(5))",
            "After(System.Threading.Channels.Channel.CreateUnbounded<int>(), c => c.Writer.Complete())") with
        { Extra = [.. ChannelCalls] },
        Of<ChannelWriter<int>>("x.TryWrite(9)",
        "System.Threading.Channels.Channel.CreateUnbounded<int>().Writer",
            "System.Threading.Channels.Channel.CreateBounded<int>(1).Writer",
            "After(System.Threading.Channels.Channel.CreateUnbounded<int>().Writer, w => w.Complete())"),
        Of<ChannelReader<int>>("x.Count",
        "System.Threading.Channels.Channel.CreateUnbounded<int>().Reader",
            "After(System.Threading.Channels.Channel.CreateBounded<int>(1), c => c.Writer.TryWrite(1)).Reader",
            "After(System.Threading.Channels.Channel.CreateUnbounded<int>(), c => c.Writer.Complete()).Reader"),
        Of<CancellationToken>("x.IsCancellationRequested", "default",
            "new CancellationTokenSource().Token", "new(true)"),
        Of<WeakReference>("x.Target", "new(null)", "new(\"a\")", "new(\"b\", true)") with
        { MayRace = true },
        Of<WeakReference<string>>("null", "new(\"a\")", "new(\"b\")", "new(\"c\", true)") with
        { MayRace = true },
        Of<BlockingCollection<int>>("x.Count", "new()", "new(1) { 3 }",
            "After(new BlockingCollection<int>() { 3 }, c => c.CompleteAdding())",
            "Disposed(new BlockingCollection<int>())"),
        Of<ConcurrentQueue<int>>("x.ToArray()", "new()", "new([3])", "new([3, 1])"),
        Of<ConcurrentStack<int>>("x.ToArray()", "new()", "new([3])", "new([3, 1])"),
        Of<ConcurrentBag<int>>("x.Count", "new()", "new([3])", "new([3, 1])"),
        Of<ConcurrentDictionary<int, int>>("x.ToArray()",
            "new()", "new() { [1] = 1 }", "new() { [1] = 1, [2] = 2 }"),
        Of<Thread>("x.IsAlive", "new(static () => { })",
        "After(new Thread(static () => { }), t => t.Start())",
            "After(new Thread(static () => { }), t => { t.Start(); t.Join(); })"),
        Of<Timer>("null", "new(static _ => { })", "new(static _ => { }, null, 3_600_000, -1)",
            "Disposed(new Timer(static _ => { }))"),
        Of<PeriodicTimer>("x.Period", "new(TimeSpan.FromHours(1))", "new(TimeSpan.FromHours(2))",
            "Disposed(new PeriodicTimer(TimeSpan.FromHours(1)))"),
        Of<StrongBox<int>>("Volatile.Read(ref x.Value)", "new(0)", "new(1)", "new(3)") with
        {
            Extra =
            [
                "Interlocked.Increment(ref x.Value)", "Interlocked.Decrement(ref x.Value)",
                "Interlocked.Add(ref x.Value, 2)", "Interlocked.Exchange(ref x.Value, 7)",
                "Interlocked.CompareExchange(ref x.Value, 9, 1)", "Interlocked.And(ref x.Value, 1)",
                "Interlocked.Or(ref x.Value, 4)", "Volatile.Read(ref x.Value)",
                "Volatile.Write(ref x.Value, 8);",
            ],
        },
        Of<ConditionalWeakTable<string, object>>("x.TryGetValue(\"a\", out _)", "new()",
            "new() { { \"a\", 1 } }", "new() { { \"a\", 1 }, { \"b\", 2 } }") with
        {
            Arguments = new Dictionary<Type, string[]>
            {
                [typeof(string)] = ["\"a\"", "\"b\""],
            },
        },
        Of<Progress<int>>("null", "new()", "new(static _ => { })", "new()"),
    ];

    static string[] ChannelCalls =>
    [
        "x.Writer.TryWrite(1)", "x.Writer.TryWrite(2)", "x.Reader.TryRead(out _)",
        "x.Reader.TryPeek(out _)", "x.Writer.TryComplete()", "x.Writer.Complete();", "x.Reader.Count",
        "x.Reader.Completion", "x.Writer.WriteAsync(4).AsTask()", "x.Reader.ReadAsync().AsTask()",
        "x.Reader.WaitToReadAsync().AsTask()", "x.Writer.WaitToWriteAsync().AsTask()",
    ];

    static string[] TaskCalls(string task) =>
    [
        $"{task}.IsCompleted", $"{task}.Status", $"{task}.IsFaulted", $"{task}.Wait(0)",
        $"{task}.Wait();",
    ];

    static Subject Of<T>(string observed, params string[] states) => new(typeof(T), states)
    {
        MayBlock = true,
        Observed = observed,
    };
}
