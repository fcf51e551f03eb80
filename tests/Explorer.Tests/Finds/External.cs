using System.Runtime.InteropServices;

namespace Interleavings.Tests.Finds;

/// <summary>State that the explorer does not see: it outlives an execution.</summary>
internal static class External
{
    /// <summary>Counts in memory that isn't managed; the array only says which counter.</summary>
    internal static int Next(int[] counter)
    {
        _ = counter;
        var count = Marshal.ReadInt32(s_memory) + 1;
        Marshal.WriteInt32(s_memory, count);
        return count;
    }

    private static readonly nint s_memory = Allocate();

    private static nint Allocate()
    {
        // Statics are fresh in each execution, so the address has to come from outside as well.
        var known = Environment.GetEnvironmentVariable("EXTERNAL_COUNTER");
        if (known is not null) return nint.Parse(known);
        var memory = Marshal.AllocHGlobal(sizeof(int));
        Marshal.WriteInt32(memory, 0);
        Environment.SetEnvironmentVariable("EXTERNAL_COUNTER", memory.ToString());
        return memory;
    }
}
