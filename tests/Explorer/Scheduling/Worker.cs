namespace Interleavings.Scheduling;

/// <summary>
/// A thread that runs operations, one after the other. Creating a thread costs more than a whole
/// execution, so workers are kept and take the next operation when theirs has ended.
/// </summary>
internal sealed class Worker
{
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _end = new();
    private Action? _work;

    /// <summary>The address just inside the thread's first frame: what lies below is its stack.</summary>
    internal nint StackBase { get; private set; }

    /// <summary>What flows into an operation that nothing flows into.</summary>
    internal static ExecutionContext? NoContext { get; private set; }

    internal static Worker Start()
    {
        var worker = new Worker();
        // The flow of the exploration that happens to create it must not stick to the thread.
        using var _ = ExecutionContext.SuppressFlow();
        new Thread(worker.Serve, StackBytes) { IsBackground = true, Name = "explored" }.Start();
        return worker;
    }

    /// <summary>Enough for deep recursion in a test, small enough to overflow soon.</summary>
    internal const int StackBytes = 1 << 20;

    internal void Run(Action work)
    {
        _work = work;
        Signal();
    }

    /// <summary>Lets the thread that waits in <see cref="Wait"/> go on.</summary>
    internal void Signal() => _signal.Release();

    /// <summary>Blocks until another worker signals.</summary>
    internal void Wait() => _signal.Wait();

    /// <summary>
    /// Ends the thread, wherever it is in managed code: one that works on for ever would slow down
    /// all that comes after. What it was at is broken off in the middle, so it must be nobody's.
    /// </summary>
    internal void End()
    {
        // Of a thread of its own: it waits until the other one can be ended, which may be never.
        new Thread(_end.Cancel) { IsBackground = true, Name = "ends a worker" }.Start();
    }

    private void Serve()
    {
        try
        {
#pragma warning disable SYSLIB0046 // Meant for just this: code that comes to no end by itself.
            System.Runtime.ControlledExecution.Run(ServeUntilEnded, _end.Token);
#pragma warning restore SYSLIB0046
        }
        catch (OperationCanceledException)
        {
            // Nobody else knows this worker any more.
        }
    }

    private unsafe void ServeUntilEnded()
    {
        var marker = 0;
        StackBase = (nint)(&marker) + 4096;
        NoContext ??= ExecutionContext.Capture();
        while (true)
        {
            Wait();
            var work = _work!;
            // Before it runs, because it ends with a return to the pool: from there on, another
            // thread may give the next.
            _work = null;
            work();
        }
    }
}
