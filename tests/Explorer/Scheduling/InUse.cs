namespace Interleavings.Scheduling;

/// <summary>The bytes that the process keeps.</summary>
internal static class InUse
{
    /// <summary>
    /// After one collection. GC.GetTotalMemory(true) collects up to twenty times, and waits for finalizers
    /// of libraries, which may wait for something in turn.
    /// </summary>
    internal static long Kept()
    {
        GC.Collect();
        return GC.GetTotalMemory(false);
    }
}
