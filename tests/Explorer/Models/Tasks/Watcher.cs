using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Who has to know of a task's completion in the very event that completes it: for the order in which
/// several are complete shows for ever.
/// </summary>
internal abstract class Watcher
{
    /// <summary>What it completes in turn; null if there is nothing to complete just now.</summary>
    internal abstract Completion? Completion { get; }

    /// <summary>What completing one that it watches touches for its sake.</summary>
    internal abstract IEnumerable<Access> Touched { get; }

    /// <summary>One more is complete.</summary>
    internal abstract void Won(Execution execution, Completion leaf);
}
