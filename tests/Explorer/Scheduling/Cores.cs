using System.Runtime.InteropServices;

namespace Interleavings.Scheduling;

/// <summary>
/// Which core of the machine a thread runs on. Threads of which one runs at a time are best kept
/// together: what one has written is near when the next one reads it, and the other cores are free.
/// </summary>
/// <remarks>
/// On Linux (sched_setaffinity(2), sched_getcpu(3)). Elsewhere threads run where the system puts them.
/// The runtime lets the threads that it makes for others run anywhere again; a process that is started
/// from such a thread would stay on its core, but explored code may start none.
/// </remarks>
internal static unsafe class Cores
{
    /// <summary>Stands for: where the system puts it.</summary>
    internal const int Any = -1;

    /// <summary>As many as Linux can have, as bits.</summary>
    private const int MaskWords = 8192 / 64;

    /// <summary>In milliseconds.</summary>
    internal const int MoveEvery = 500;

    [ThreadStatic]
    private static long s_since;

    [ThreadStatic]
    private static int s_last;

    /// <summary>
    /// Whether threads can be kept on a core, and block there: a sandbox may forbid it. Who has to spin
    /// is better off on a core of its own.
    /// </summary>
    internal static bool CanKeep { get; } =
        OperatingSystem.IsLinux() && BlockingBaton.IsPossible && Native.Works(CanKeepHere);

    /// <summary>
    /// The core that the calling thread runs on: where there is place as soon as it blocks, or
    /// <see cref="Any"/>.
    /// </summary>
    internal static int Here => CanKeep ? sched_getcpu() : Any;

    /// <summary>
    /// Where there is place for what the calling thread starts and then waits for. Where it was the last
    /// time, unless that is a while ago: to move threads takes longer than a short exploration.
    /// </summary>
    internal static int ForCaller()
    {
        var now = Environment.TickCount64;
        if (s_since != 0 && now - s_since < MoveEvery) return s_last;
        s_since = now;
        return s_last = Here;
    }

    /// <summary>Keeps the calling thread on a core. If that is gone, it stays where it may be.</summary>
    internal static void Keep(int core)
    {
        if ((uint)core >= MaskWords * 64) return;
        var mask = stackalloc ulong[MaskWords];
        new Span<ulong>(mask, MaskWords).Clear();
        mask[core / 64] = 1UL << (core % 64);
        _ = sched_setaffinity(0, MaskWords * sizeof(ulong), mask);
    }

    private static bool CanKeepHere()
    {
        // The thread of .NET's that waits for signals lives as long as the process, and would stay where
        // it was made: so it is made here, before any thread is kept anywhere.
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, static _ => { }).Dispose();
        var mask = stackalloc ulong[MaskWords];
        return sched_getcpu() >= 0
            && sched_getaffinity(0, MaskWords * sizeof(ulong), mask) >= 0
            && sched_setaffinity(0, MaskWords * sizeof(ulong), mask) == 0;
    }

    [DllImport("libc")]
    private static extern int sched_getcpu();

    [DllImport("libc")]
    private static extern int sched_getaffinity(int thread, nint bytes, ulong* mask);

    [DllImport("libc")]
    private static extern int sched_setaffinity(int thread, nint bytes, ulong* mask);
}
