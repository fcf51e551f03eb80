namespace Interleavings.Models;

/// <summary>Whether a continuation hands something to a scheduler of the program's own, and when.</summary>
internal enum Handing
{
    /// <summary>It doesn't.</summary>
    None,

    /// <summary>Before others are run, as ContinueWith does.</summary>
    First,

    /// <summary>When it is its turn, as ContinueWith with ExecuteSynchronously does.</summary>
    InTurn,
}
