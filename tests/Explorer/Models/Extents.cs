using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The locations of a number of bytes behind a reference. A variable that is read or written as a
/// whole has one for each of its cells. An access to some bytes of a cell uses a part of it, and
/// each of these bytes: two such accesses that share a byte meet there, and an access to the whole
/// cell meets both.
/// </summary>
internal static class Extents
{
    /// <summary>More bytes of single variables than anyone would name.</summary>
    private const int MostBytes = 4096;

    /// <returns>
    /// The location of the first cell and the other accesses, if any; null for a local of the
    /// operation's own, or a reference that leads nowhere: the access itself throws.
    /// </returns>
    internal static (Location Location, Access[]? Others)? Of<T>(
        Operation operation, ref T variable, AccessMode mode, string site)
    {
        if (Unsafe.IsNullRef(ref variable)) return null;
        ref var reference = ref Unsafe.As<T, byte>(ref variable);
        if (VariableModel.IsOnStack(operation, ref reference)) return null;
        var memory = operation.Execution.Memory;
        if (memory.ReferentOf(ref reference) is not { } place)
        {
            if (memory.SpannedBy(ref reference, operation) is { } whole) return (whole, null);
            if (mode == AccessMode.Read && memory.IsConstant(ref reference)) return null;
            // What a library keeps is covered by the call in which it runs this code.
            if (mode == AccessMode.Read && LibrarySelves.Include(operation, ref reference))
                return null;
            throw operation.Execution.Refuse("a reference of unknown origin",
                "use the variable itself: the explorer did not see this reference being taken",
                site);
        }
        if (mode != AccessMode.Read) EnsureWritable(operation, place, site);
        var layout = Layout<T>.Value;
        if (!place.Holds(layout))
        {
            var accesses = new List<Access>();
            // Two additions of different sizes don't commute: one carries where the other doesn't.
            if (mode == AccessMode.Add) mode = AccessMode.Write;
            Add(operation, place, layout.Size, mode, accesses, site);
            return (accesses[0].Location, accesses.Count == 1 ? null : [.. accesses[1..]]);
        }
        var location = memory.At(place, place.Distance + layout.First, operation);
        if (layout.Rest.Length == 0) return (location, null);
        var others = new Access[layout.Rest.Length];
        for (var i = 0; i < others.Length; i++)
            others[i] = new(memory.At(place, place.Distance + layout.Rest[i], operation), mode);
        return (location, others);
    }

    /// <summary>
    /// Other accesses to a read-only field are no events, unless another thread may have had its
    /// object during construction.
    /// </summary>
    internal static void EnsureWritable(Operation operation, in Referent place, string site)
    {
        if (!place.IsReadOnly || operation.Execution.Memory.IsExposed(place.Owner)) return;
        throw operation.Execution.Refuse("a write of a read-only field through a reference",
            "make it a field that isn't read-only: the explorer looks at the constructor only",
            site);
    }

    /// <summary>Adds the accesses to some bytes from a place on: whole cells come first.</summary>
    internal static void Add(Operation operation, in Referent place, nint bytes, AccessMode mode,
        List<Access> accesses, string site)
    {
        var end = place.Distance + bytes;
        if (end > place.Size)
        {
            throw operation.Execution.Refuse("an access beyond the end of a variable",
                "access each variable by itself: the runtime decides which of them are neighbors",
                site);
        }
        var memory = operation.Execution.Memory;
        var parts = new List<Access>();
        var reached = place.Distance;
        foreach (var (start, size) in place.Cells(bytes))
        {
            var from = (nint)Math.Max(start, place.Distance);
            var to = (nint)Math.Min(start + size, end);
            // What lies between the cells belongs to none.
            AddBytes(operation, place, reached, from, mode, parts, site);
            reached = to;
            if (from == start && to == start + size)
            {
                accesses.Add(new(memory.At(place, start, operation), mode));
                continue;
            }
            parts.Add(new(memory.At(place, start, operation),
                mode == AccessMode.Read ? AccessMode.ReadPart : AccessMode.WritePart));
            AddBytes(operation, place, from, to, mode, parts, site);
        }
        AddBytes(operation, place, reached, end, mode, parts, site);
        // The first is the event's main one, and says by its mode what the event does.
        accesses.AddRange(parts.OrderBy(access =>
            access.Mode is AccessMode.ReadPart or AccessMode.WritePart));
    }

    private static void AddBytes(Operation operation, in Referent place, nint from, nint to,
        AccessMode mode, List<Access> accesses, string site)
    {
        if (to - from > MostBytes)
        {
            throw operation.Execution.Refuse($"a part of a variable, {to - from} bytes",
                $"access it as a whole, or at most {MostBytes} bytes of it", site);
        }
        for (var i = from; i < to; i++)
            accesses.Add(new(operation.Execution.Memory.ByteAt(place, i, operation), mode));
    }
}
