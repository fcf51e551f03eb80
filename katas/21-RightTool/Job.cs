// Given: nothing to change here. The file to edit is Chooser.cs.
namespace Katas.RightTool;

/// <summary>What takes a job's time.</summary>
public enum Limit
{
    /// <summary>Computing: it is CPU-bound.</summary>
    Processor,

    /// <summary>Waiting for a network, a disk, a database: it is I/O-bound.</summary>
    Waiting,
}

/// <summary>Work to be done.</summary>
/// <param name="Parts">Into how many parts it can be cut that need nothing of each other.</param>
public sealed record Job(string Name, int Parts, Limit Limit)
{
    /// <summary>Its parts wait in calls that keep their thread: there are no async ones.</summary>
    public bool Blocks { get; init; }

    /// <summary>A part may crash, or must not see the memory of the others.</summary>
    public bool NeedsIsolation { get; init; }
}
