using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>State that the explorer does not see: it outlives an execution.</summary>
internal static class External
{
    /// <summary>Counts in a library's static property; the array only says which counter.</summary>
    internal static int Next(int[] counter)
    {
        _ = counter;
        ShouldlyConfiguration.DefaultTaskTimeout += TimeSpan.FromTicks(1);
        return (int)(ShouldlyConfiguration.DefaultTaskTimeout.Ticks % 1000);
    }
}
