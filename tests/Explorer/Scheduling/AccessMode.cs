namespace Interleavings.Scheduling;

/// <summary>How an event uses a location: what decides whether two events may be swapped.</summary>
public enum AccessMode : byte
{
    /// <summary>Commutes with other reads.</summary>
    Read,

    /// <summary>Commutes with nothing at this location.</summary>
    Write,

    /// <summary>
    /// Changes the location by an amount nobody looks at (an increment whose result is dropped):
    /// commutes with other additions, not with reads or writes.
    /// </summary>
    Add,
}

/// <summary>A location and how an event uses it.</summary>
public readonly record struct Access(Location Location, AccessMode Mode)
{
    /// <summary>Whether the order of two accesses can be told apart.</summary>
    internal static bool Conflict(AccessMode one, AccessMode other) =>
        one != other || one == AccessMode.Write;
}
