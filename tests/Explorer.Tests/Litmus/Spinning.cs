using System.Collections.Concurrent;

namespace Interleavings.Tests.Litmus;

/// <summary>Programs whose loops try until they succeed.</summary>
internal static class Spinning
{
    internal sealed class Cell
    {
        public int Gate, N;
        public volatile bool Done;
    }

    /// <summary>A lock made of a compare-and-swap.</summary>
    internal static Action Exchanged(int threads) => () =>
    {
        var cell = new Cell();
        Threads.Run(threads, _ =>
        {
            while (Interlocked.CompareExchange(ref cell.Gate, 1, 0) != 0) { }
            cell.N++;
            Volatile.Write(ref cell.Gate, 0);
        });
    };

    /// <summary>The same by an exchange that may not change anything.</summary>
    internal static Action Swapped(int threads) => () =>
    {
        var cell = new Cell();
        Threads.Run(threads, _ =>
        {
            while (Interlocked.Exchange(ref cell.Gate, 1) == 1) Thread.SpinWait(1);
            cell.N++;
            Volatile.Write(ref cell.Gate, 0);
        });
    };

    internal static Action Tried(int threads) => () =>
    {
        var (cell, gate) = (new Cell(), new object());
        Threads.Run(threads, _ =>
        {
            while (!Monitor.TryEnter(gate)) { }
            cell.N++;
            Monitor.Exit(gate);
        });
    };

    internal static Action Polled() => () =>
    {
        var queue = new ConcurrentQueue<int>();
        Threads.Run(
            () => queue.Enqueue(1),
            () => { int item; while (!queue.TryDequeue(out item)) { } });
    };

    internal static Action Until() => () =>
    {
        var cell = new Cell();
        Threads.Run(() => cell.Done = true, () => SpinWait.SpinUntil(() => cell.Done));
    };

    /// <summary>
    /// What ends the loop is written by who runs already, and before the executions differ in who is
    /// the first at the lock: so that write is taken from the execution before.
    /// </summary>
    internal static Action Announced() => () =>
    {
        var (cell, gate) = (new Cell(), new object());
        Threads.Run(
            () => { Volatile.Write(ref cell.Gate, 1); cell.Done = true; lock (gate) cell.N++; },
            () =>
            {
                _ = Volatile.Read(ref cell.Gate);
                while (!cell.Done) { }
                lock (gate) cell.N++;
            });
    };

    private static int s_gate;

    /// <summary>As few events as can be, so that every schedule can be tried.</summary>
    internal static Action Bare() => () =>
    {
        var one = new Thread(static () =>
        {
            while (Interlocked.CompareExchange(ref s_gate, 1, 0) != 0) { }
            Volatile.Write(ref s_gate, 0);
        });
        one.Start();
        while (Interlocked.CompareExchange(ref s_gate, 1, 0) != 0) { }
        Volatile.Write(ref s_gate, 0);
        one.Join();
    };

    /// <summary>Nobody gives the lock back.</summary>
    internal static Action Kept() => () =>
    {
        var cell = new Cell();
        Threads.Run(2, _ => { while (Interlocked.CompareExchange(ref cell.Gate, 1, 0) != 0) { } });
    };

    /// <summary>Each of two changes something each time round: going round is not waiting.</summary>
    internal static Action Handed() => () =>
    {
        var cell = new Cell();
        Threads.Run(2, i =>
        {
            while (Interlocked.CompareExchange(ref cell.Gate, 1 - i, i) != i && !cell.Done) { }
            cell.Done = true;
        });
    };
}
