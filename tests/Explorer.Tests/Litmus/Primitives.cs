namespace Interleavings.Tests.Litmus;

/// <summary>Programs around one primitive each.</summary>
internal static class Primitives
{
    internal static Action Semaphore(int threads, int permits) => () =>
    {
        var semaphore = new SemaphoreSlim(permits);
        Threads.Run(threads, _ =>
        {
            semaphore.Wait();
            semaphore.Release();
        });
    };

    /// <summary>All wait for a signal that one gives.</summary>
    internal static Action StartSignal(int runners) => () =>
    {
        var signal = new ManualResetEventSlim();
        Threads.Run(runners + 1, i =>
        {
            if (i < runners) signal.Wait();
            else signal.Set();
        });
    };

    /// <summary>Two set, two get through.</summary>
    internal static Action Turnstile() => () =>
    {
        using var turn = new AutoResetEvent(false);
        Threads.Run(() => turn.Set(), () => turn.Set(), () => turn.WaitOne(), () => turn.WaitOne());
    };

    internal static Action FirstOfTwo() => () =>
    {
        using var one = new AutoResetEvent(false);
        using var two = new ManualResetEvent(false);
        Threads.Run(
            () => one.Set(), () => two.Set(),
            () => WaitHandle.WaitAny([one, two]));
    };

    internal static Action BothOfTwo() => () =>
    {
        using var one = new AutoResetEvent(false);
        using var two = new AutoResetEvent(false);
        Threads.Run(
            () => one.Set(), () => two.Set(),
            () => WaitHandle.WaitAll([one, two]),
            () => WaitHandle.WaitAny([two, one], 5));
    };

    internal static Action Rendezvous(int threads, int participants, int limit) => () =>
    {
        var barrier = new Barrier(participants);
        Threads.Run(threads, _ => barrier.SignalAndWait(limit));
    };

    internal static Action Countdown(int signals) => () =>
    {
        var count = new CountdownEvent(signals);
        Threads.Run(signals + 1, i =>
        {
            if (i < signals) count.Signal();
            else count.Wait();
        });
    };
}

/// <summary>Programs with time limits.</summary>
internal static class Limited
{
    internal static Action Semaphore(int threads) => () =>
    {
        var semaphore = new SemaphoreSlim(1);
        Threads.Run(threads, i =>
        {
            if (semaphore.Wait(10 * (i + 1))) semaphore.Release();
        });
    };

    internal static Action Lock(int threads) => () =>
    {
        var gate = new Lock();
        Threads.Run(threads, _ =>
        {
            if (gate.TryEnter(10)) gate.Exit();
        });
    };

    /// <summary>Waits for a pulse, each for as long as given.</summary>
    internal static Action Waits(bool pulseAll, params int[] limits) => () =>
    {
        var gate = new object();
        Threads.Run(limits.Length + 1, i =>
        {
            lock (gate)
            {
                if (i < limits.Length) Monitor.Wait(gate, limits[i]);
                else if (pulseAll) Monitor.PulseAll(gate);
                else Monitor.Pulse(gate);
            }
        });
    };

    internal static Action Sleepers(params int[] limits) => () =>
    {
        var cell = new Programs.Cell();
        Threads.Run(limits.Length, i =>
        {
            Thread.Sleep(limits[i]);
            Interlocked.Exchange(ref cell.N, i);
        });
    };

    internal static Action Joined() => () =>
    {
        var cell = new Programs.Cell();
        var thread = new Thread(() => Interlocked.Exchange(ref cell.N, 1));
        thread.Start();
        if (thread.Join(10)) return;
        Interlocked.Exchange(ref cell.N, 2);
        thread.Join();
    };

    internal static Action Event() => () =>
    {
        var signal = new ManualResetEventSlim();
        Threads.Run(() => signal.Set(), () => signal.Wait(5), () => signal.Wait(10));
    };
}
