using System.Runtime.InteropServices;

namespace Interleavings.Scheduling;

/// <summary>
/// Blocks at once, and does nothing else: a futex of Linux (futex(2)). .NET's own either look for the
/// signal first, which keeps the core from the one that is to give it (a busy machine then does a
/// hundredth of the work), or take three times as long.
/// </summary>
internal sealed unsafe class BlockingBaton : Baton
{
    private const int WaitPrivate = 0 | 128;
    private const int WakePrivate = 1 | 128;

    /// <summary>The number of the call, by processor; -1 where it isn't known.</summary>
    private static readonly nint Number = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 => 98,
        _ => -1,
    };

    /// <summary>Nobody's neighbour: whatever lies on the same line of the cache is slow to reach.</summary>
    private const int Words = 64;

    /// <summary>Signals that nobody has taken; -1 while somebody waits.</summary>
    private readonly int* _signals;

    internal BlockingBaton()
    {
        // Never moved, and as long alive as the worker: for ever.
        _signals = (int*)NativeMemory.AlignedAlloc(Words * sizeof(int), Words * sizeof(int));
        *_signals = 0;
    }

    /// <summary>Whether the system has it: others answer that they don't know the call.</summary>
    internal static bool IsPossible { get; } =
        OperatingSystem.IsLinux() && Number >= 0 && Native.Works(WakesNobody);

    internal override void Signal()
    {
        if (Interlocked.Increment(ref *_signals) == 0) Call(_signals, WakePrivate, 1);
    }

    internal override void Wait()
    {
        if (Interlocked.Decrement(ref *_signals) >= 0) return;
        while (Volatile.Read(ref *_signals) < 0) Call(_signals, WaitPrivate, -1);
    }

    private static bool WakesNobody()
    {
        var word = 0;
        return Call(&word, WakePrivate, 1) == 0;
    }

    private static nint Call(int* word, int operation, int value) =>
        syscall(Number, word, operation, value, null, null, 0);

    [DllImport("libc")]
    private static extern nint syscall(
        nint number, int* word, nint operation, nint value, void* timeout, void* word2, nint value3);
}
