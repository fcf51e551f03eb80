using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Accesses to memory as bytes, and to parts of arrays.</summary>
internal static class RawModel
{
    internal static void Access(
        Operation operation, ref byte start, nint bytes, AccessMode mode, string site)
    {
        if (bytes <= 0 || Unsafe.IsNullRef(ref start)
            || VariableModel.IsOnStack(operation, ref start)) return;
        var touched = new Touched(operation, site);
        if (touched.Bytes(ref start, bytes, mode)) touched.Perform();
        // What is only read may be a string's content, or the program's own data. All woven
        // accesses to memory of unknown origin are refused, so no write can be missed.
        else if (mode == AccessMode.Write)
        {
            throw operation.Execution.Refuse("a pointer of unknown origin",
                "use an array: the explorer did not see where this pointer was taken from", site);
        }
    }

    /// <summary>Whether a pointer leads to something that no woven code can name.</summary>
    internal static void EnsureUnknown(
        Operation operation, ref byte start, string member, string site)
    {
        if (Unsafe.IsNullRef(ref start) || VariableModel.IsOnStack(operation, ref start)) return;
        var memory = operation.Execution.Memory;
        if (memory.ReferentOf(ref start) is null
            && memory.SpannedBy(ref start, operation) is null) return;
        throw operation.Execution.Refuse(member,
            "it isn't known how far it reaches from the pointer: use a member that takes a span",
            site);
    }

    internal static void Range(
        Operation operation, object? array, int start, int count, AccessMode mode, string site)
    {
        if (array is not Array elements)
        {
            if (array is not null) ObjectModel.Touch(operation, array, Kind(mode), site);
            return;
        }
        // Where it isn't there, the call throws.
        if (start < 0 || start > elements.Length) return;
        if (count < 0 || count > elements.Length - start) count = elements.Length - start;
        if (operation.Trial is { } trial && trial.Owns(operation, elements)) return;
        var touched = new Touched(operation, site);
        touched.Range(elements, start, count, mode);
        touched.Perform();
    }

    internal static void ByteRange(
        Operation operation, object? array, int start, int count, AccessMode mode, string site)
    {
        if (array is not Array elements || elements.Length == 0) return;
        var bytes = elements.Length * (nint)Layout.OfElements(elements.GetType()).Size;
        if (start < 0 || count <= 0 || start + count > bytes) return;
        // So that it is known which array the bytes are of.
        operation.Execution.Memory.NameOf(elements, operation);
        Access(operation, ref Unsafe.AddByteOffset(
            ref MemoryMarshal.GetArrayDataReference(elements), start), count, mode, site);
    }

    private static EventKind Kind(AccessMode mode) =>
        mode == AccessMode.Read ? EventKind.ObjectRead : EventKind.ObjectWrite;
}
