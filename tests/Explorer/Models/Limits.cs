namespace Interleavings.Models;

/// <summary>Time limits, checked as .NET checks them, in milliseconds; -1 is none.</summary>
internal static class Limits
{
    internal static int Of(int milliseconds, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, parameter);
        return milliseconds;
    }

    /// <summary>A timer's due time or period.</summary>
    internal static long OfTimer(long milliseconds, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, uint.MaxValue - 1, parameter);
        return milliseconds;
    }

    internal static int Of(TimeSpan limit, string parameter)
    {
        var milliseconds = (long)limit.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, int.MaxValue, parameter);
        return (int)milliseconds;
    }
}
