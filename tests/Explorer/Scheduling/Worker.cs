namespace Interleavings.Scheduling;

/// <summary>
/// A thread that runs operations, one after the other. Creating a thread costs more than a whole
/// execution, so workers are kept and take the next operation when theirs has ended.
/// </summary>
internal sealed class Worker
{
    private readonly Baton _signal = Baton.New();
    private Action? _work;
    private int _core = Cores.Any;
    private int _nextCore = Cores.Any;

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

    /// <summary>For the program: the calls that it may nest are counted, and have room in here.</summary>
    internal const int UsableBytes = 16 << 20;

    /// <summary>
    /// An exception that is caught and thrown anew by each of many nested calls piles up above them.
    /// What isn't used takes no memory.
    /// </summary>
    private const int StackBytes = 8 * UsableBytes;

    internal void Run(Action work, int core)
    {
        _work = work;
        Signal(core);
    }

    /// <summary>Lets the thread that waits in <see cref="Wait"/> go on.</summary>
    /// <param name="core">Where it is to run: where those run that it takes turns with.</param>
    internal void Signal(int core)
    {
        _nextCore = core;
        _signal.Signal();
    }

    /// <summary>Blocks until another worker signals.</summary>
    internal void Wait()
    {
        _signal.Wait();
        GoTo(_nextCore);
    }

    /// <summary>From here on its thread, which calls this, runs on that core.</summary>
    internal void GoTo(int core)
    {
        if (core == _core) return;
        _core = core;
        Cores.Keep(core);
    }

    private unsafe void Serve()
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
