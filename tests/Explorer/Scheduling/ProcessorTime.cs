using System.Runtime.InteropServices;

namespace Interleavings.Scheduling;

/// <summary>
/// How long processors have worked: unlike the time of day, that stands still while others have them.
/// </summary>
/// <remarks>
/// clock_gettime(2) on Linux and macOS, GetThreadTimes on Windows. .NET offers the process's only.
/// </remarks>
internal static unsafe class ProcessorTime
{
    private const int ThreadClockOnLinux = 3;
    private const int ThreadClockOnMac = 16;
    private const int NanosecondsOfTick = 100;

    private static readonly bool HasThreads =
        IntPtr.Size == sizeof(long) && Native.Works(() => Thread() > TimeSpan.Zero);

    /// <summary>Of the calling thread; null where that isn't known.</summary>
    internal static TimeSpan? OfThisThread => HasThreads ? Thread() : null;

    internal static TimeSpan OfProcess => Environment.CpuUsage.TotalTime;

    private static TimeSpan Thread()
    {
        if (OperatingSystem.IsWindows())
        {
            long created, exited, kernel, user;
            return GetThreadTimes(GetCurrentThread(), &created, &exited, &kernel, &user) != 0
                ? TimeSpan.FromTicks(kernel + user) : default;
        }
        var clock = OperatingSystem.IsLinux() ? ThreadClockOnLinux
            : OperatingSystem.IsMacOS() ? ThreadClockOnMac : -1;
        var time = stackalloc long[2];
        return clock >= 0 && clock_gettime(clock, time) == 0
            ? TimeSpan.FromTicks(time[0] * TimeSpan.TicksPerSecond + time[1] / NanosecondsOfTick) : default;
    }

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, long* time);

    [DllImport("kernel32")]
    private static extern nint GetCurrentThread();

    [DllImport("kernel32")]
    private static extern int GetThreadTimes(
        nint thread, long* created, long* exited, long* kernel, long* user);
}
