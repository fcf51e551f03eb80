namespace Interleavings.Scheduling;

/// <summary>
/// What an exploration has found out about its program, and has to take into account from the start:
/// it begins anew with it. Most programs can't tell, and don't pay for it.
/// </summary>
internal sealed class Insight
{
    /// <summary>Work on the pool leaves a lock behind: whoever runs on the same thread has it.</summary>
    internal bool TracksLocks { get; set; }

    /// <summary>A thread of the pool that waits for a task may run it, and the program can tell.</summary>
    internal bool RunsInline { get; set; }
}
