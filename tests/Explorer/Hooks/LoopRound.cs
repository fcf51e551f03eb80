namespace Interleavings.Hooks;

/// <summary>Where a loop's present round began. The weaver gives each loop a variable of this type.</summary>
public struct LoopRound
{
    /// <summary>The execution that it belongs to; 0 before the first round.</summary>
    internal long Stamp;

    /// <summary>How many events there were; -1 where accesses aren't scheduled.</summary>
    internal int Start;

    /// <summary>The operation that ran it.</summary>
    internal int Operation;

    /// <summary>What that operation had changed without an event.</summary>
    internal int UnseenChanges;

    /// <summary>How many changes through references to its stack there were.</summary>
    internal int LocalWrites;

    /// <summary>The values of that operation's thread variables.</summary>
    internal object?[]? ThreadVariables;

    /// <summary>The end of the call's own variables: what lies above is its callers'.</summary>
    internal nint Top;

    /// <summary>How many objects that operation had made.</summary>
    internal int Allocations;
}
