namespace Interleavings.Models;

/// <summary>What kind of thread code runs on where an operation of its own runs it.</summary>
internal enum Carrier
{
    /// <summary>None: nothing of the program's own runs, or its models see to it.</summary>
    None,

    /// <summary>A thread of the pool.</summary>
    Pool,

    /// <summary>A thread of its own: LongRunning.</summary>
    Own,
}
