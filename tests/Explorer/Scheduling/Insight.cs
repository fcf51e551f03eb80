namespace Interleavings.Scheduling;

/// <summary>
/// What an exploration has found out about its program, and must take into account from the start: it
/// begins anew. Most programs can't tell the difference, and don't pay for it.
/// </summary>
internal sealed class Insight
{
    /// <summary>Work on the pool leaves a lock behind, which later work on its thread holds.</summary>
    internal bool TracksLocks { get; set; }

    /// <summary>A pool thread that waits for a task may run it, and the program can tell.</summary>
    internal bool RunsInline { get; set; }
}
