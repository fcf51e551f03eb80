namespace Interleavings.Models;

/// <summary>What the explorer has to know of an awaiter of its own.</summary>
internal interface IExploredAwaiter
{
    /// <summary>The task awaited; null for a yield, and where an object is asked instead.</summary>
    Task? Task { get; }

    /// <summary>Whether an object serves as the source: it is given the continuation itself.</summary>
    bool IsSourced { get; }

    /// <summary>Whether to go on where the await was.</summary>
    bool Captures { get; }

    string Site { get; }

    void WhenCompleted(Action continuation);
}
