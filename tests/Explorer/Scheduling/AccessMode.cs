using System.Runtime.CompilerServices;

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

    /// <summary>
    /// Reads some of the location's bytes, each of which has a location of its own. It can only be
    /// told apart from uses of the location as a whole that change it.
    /// </summary>
    ReadPart,

    /// <summary>Writes some of the location's bytes.</summary>
    WritePart,
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
        (Conflicts[(int)one] >> (int)other & 1) != 0;

    // Bit by bit: Read, Write, Add, ReadPart, WritePart.
    private static ReadOnlySpan<byte> Conflicts =>
        [0b10110, 0b11111, 0b11011, 0b00110, 0b00111];
}

internal static class AccessModes
{
    extension(AccessMode mode)
    {
        /// <summary>Whether the location isn't the same after it.</summary>
        internal bool Changes
        {
            // Asked for each event, more than once.
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => mode is not (AccessMode.Read or AccessMode.ReadPart);
        }
    }
}
