namespace Interleavings.Tests.RandomPrograms;

/// <summary>What a random program shares. Read-only fields, so that getting there is no event.</summary>
internal sealed class Memory
{
    internal readonly Cell X = new(), Y = new(), Z = new();
    internal readonly object L = new(), M = new();
    internal readonly Lock N = new();
    internal readonly SemaphoreSlim Semaphore = new(1);
    internal readonly ManualResetEventSlim Event = new();
    internal readonly AutoResetEvent Auto = new(false);
    internal readonly CountdownEvent Count = new(2);
    internal readonly ReaderWriterLockSlim ReadersWriter = new();

    internal Cell Cell(int number) => number switch { 0 => X, 1 => Y, _ => Z };

    internal object Gate(int number) => number == 0 ? L : M;
}

internal sealed class Cell
{
    internal int Plain;
    internal volatile int Volatile;
    internal int Atomic;
}
