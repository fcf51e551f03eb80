// Given: nothing to change here. The file to edit is Chooser.cs.
namespace Katas.RightTool;

/// <summary>How to get a job done.</summary>
public enum Tool
{
    /// <summary>A plain call, one part after the other. Costs nothing.</summary>
    Call,

    /// <summary>A thread for each part: shares all memory, and computes in parallel.</summary>
    Threads,

    /// <summary>An async method for each part: a thread only while there is work for it.</summary>
    Tasks,

    /// <summary>A process for each part: dear, and shares nothing.</summary>
    Processes,
}
