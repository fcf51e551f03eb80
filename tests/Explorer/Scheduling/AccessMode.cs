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
    /// <summary>
    /// Set if the event uses it only for the sake of somebody who waits by then: what is written by
    /// who begins to wait. Were that event to come later, this one would not touch it.
    /// </summary>
    internal Location? Owing { get; init; }

    /// <summary>All of them, each once: owing to nobody if two don't agree.</summary>
    internal static Access[] Union(IEnumerable<Access> accesses)
    {
        var all = new List<Access>();
        foreach (var access in accesses)
        {
            var known = all.IndexOf(access);
            if (known < 0) all.Add(access);
            else if (all[known].Owing != access.Owing) all[known] = new(access.Location, access.Mode);
        }
        return [.. all];
    }

    /// <summary>Whether it is the same use of the same location, whoever it is owing to.</summary>
    public bool Equals(Access other) => Location == other.Location && Mode == other.Mode;

    public override int GetHashCode() => HashCode.Combine(Location, Mode);

    /// <summary>Whether the order of two accesses can be told apart.</summary>
    internal static bool Conflict(AccessMode one, AccessMode other) =>
        one != other || one == AccessMode.Write;
}
