using System.Runtime.InteropServices;

namespace Interleavings.Scheduling;

/// <summary>
/// Which core of the machine a thread runs on. Threads of which one runs at a time are best kept
/// together: what one has written is near when the next one reads it, and the other cores are free.
/// </summary>
/// <remarks>
/// On Linux (sched_setaffinity(2), sched_getcpu(3)), where a thread that the runtime makes doesn't
/// inherit it. Elsewhere threads run where the system puts them.
/// </remarks>
internal static unsafe class Cores
{
    /// <summary>Stands for: where the system puts it.</summary>
    internal const int Any = -1;

    /// <summary>In milliseconds.</summary>
    internal const int MoveEvery = 500;

    [ThreadStatic]
    private static long _since;

    [ThreadStatic]
    private static int _last;

    /// <summary>More than Linux can have, as bits.</summary>
    private const int MaskWords = 8192 / 64;

    /// <summary>Whether threads can be kept on a core: a sandbox may forbid it.</summary>
    internal static bool CanKeep { get; } = OperatingSystem.IsLinux() && Native.Works(CanKeepHere);

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
        if (_since != 0 && now - _since < MoveEvery) return _last;
        _since = now;
        return _last = Here;
    }

    /// <summary>Keeps the calling thread on a core. If that is gone, it stays where it may be.</summary>
    internal static void Keep(int core)
    {
        if (core == Any) return;
        var mask = stackalloc ulong[MaskWords];
        new Span<ulong>(mask, MaskWords).Clear();
        mask[core / 64] = 1UL << (core % 64);
        _ = sched_setaffinity(0, MaskWords * sizeof(ulong), mask);
    }

    private static bool CanKeepHere()
    {
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
