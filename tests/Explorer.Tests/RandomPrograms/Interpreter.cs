namespace Interleavings.Tests.RandomPrograms;

/// <summary>Carries out a random program, on threads.</summary>
internal static class Interpreter
{
    internal static void Run(Instruction? one, Instruction? two, Instruction? three, Instruction? four)
    {
        var memory = new Memory();
        var a = Start(one, memory);
        var b = Start(two, memory);
        var c = Start(three, memory);
        var d = Start(four, memory);
        a?.Join();
        b?.Join();
        c?.Join();
        d?.Join();
    }

    private static Thread? Start(Instruction? first, Memory memory)
    {
        if (first is null) return null;
        var thread = new Thread(new Body(first, memory).Run);
        thread.Start();
        return thread;
    }

    private sealed class Body
    {
        private readonly Instruction _first;
        private readonly Memory _memory;

        internal Body(Instruction first, Memory memory)
        {
            _first = first;
            _memory = memory;
        }

        internal void Run()
        {
            for (var step = _first; step is not null; step = step.Next) Carry(step, _memory);
        }
    }

    private static void Carry(Instruction step, Memory memory)
    {
        var cell = memory.Cell(step.Operand);
        var gate = memory.Gate(step.Operand % 2);
        switch (step.Do)
        {
            case Instruction.Kind.Read: _ = cell.Plain; break;
            case Instruction.Kind.Write: cell.Plain = 1; break;
            case Instruction.Kind.Increment: cell.Plain++; break;
            case Instruction.Kind.VolatileRead: _ = cell.Volatile; break;
            case Instruction.Kind.VolatileWrite: cell.Volatile = 1; break;
            case Instruction.Kind.InterlockedDropped: Interlocked.Increment(ref cell.Atomic); break;
            case Instruction.Kind.InterlockedUsed:
                if (Interlocked.Increment(ref cell.Atomic) == 2) memory.X.Plain = 2;
                break;
            case Instruction.Kind.CompareExchange:
                if (Interlocked.CompareExchange(ref cell.Atomic, 3, 0) == 0) memory.Y.Plain = 3;
                break;
            case Instruction.Kind.Lock:
                lock (gate) cell.Plain = 4;
                break;
            case Instruction.Kind.LockTwo:
                lock (gate) { lock (memory.Gate(1 - step.Operand % 2)) { } }
                break;
            case Instruction.Kind.LockObject:
                lock (memory.N) cell.Plain = 5;
                break;
            case Instruction.Kind.TryLock:
                if (!Monitor.TryEnter(gate)) break;
                cell.Plain = 6;
                Monitor.Exit(gate);
                break;
            case Instruction.Kind.Branch:
                if (cell.Plain == 0) memory.Z.Plain = 7;
                break;
            default: Signal(step, memory, cell, gate); break;
        }
    }

    private static void Signal(Instruction step, Memory memory, Cell cell, object gate)
    {
        switch (step.Do)
        {
            case Instruction.Kind.SemaphoreWait: memory.Semaphore.Wait(); break;
            case Instruction.Kind.SemaphoreTryWait:
                if (memory.Semaphore.Wait(0)) cell.Plain = 8;
                break;
            case Instruction.Kind.SemaphoreRelease: memory.Semaphore.Release(); break;
            case Instruction.Kind.Set: memory.Event.Set(); break;
            case Instruction.Kind.Reset: memory.Event.Reset(); break;
            case Instruction.Kind.Await: memory.Event.Wait(); break;
            case Instruction.Kind.AutoSet: memory.Auto.Set(); break;
            case Instruction.Kind.AutoAwait: memory.Auto.WaitOne(); break;
            case Instruction.Kind.AutoTryAwait:
                if (memory.Auto.WaitOne(0)) cell.Plain = 9;
                break;
            case Instruction.Kind.MonitorWait:
                lock (gate) Monitor.Wait(gate);
                break;
            case Instruction.Kind.Pulse:
                lock (gate) Monitor.Pulse(gate);
                break;
            case Instruction.Kind.PulseAll:
                lock (gate) Monitor.PulseAll(gate);
                break;
            // One too many throws: whose it is depends on the order.
            case Instruction.Kind.CountDown: memory.Count.Signal(); break;
            case Instruction.Kind.AwaitCount: memory.Count.Wait(); break;
            case Instruction.Kind.ReadLock:
                memory.ReadersWriter.EnterReadLock();
                _ = cell.Plain;
                memory.ReadersWriter.ExitReadLock();
                break;
            case Instruction.Kind.WriteLock:
                memory.ReadersWriter.EnterWriteLock();
                cell.Plain = 10;
                memory.ReadersWriter.ExitWriteLock();
                break;
        }
    }
}
