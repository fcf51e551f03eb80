namespace Interleavings.Models;

/// <summary>A lock, as whoever tells of a deadlock sees it.</summary>
internal interface IHeld
{
    /// <summary>Where a holder took it.</summary>
    string SinceBy(int holder);

    /// <summary>The id of the operation that holds it in a state, or -1.</summary>
    int HolderIn(long state);
}
