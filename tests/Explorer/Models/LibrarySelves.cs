using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Structs whose methods are called by code that isn't woven. Where <c>this</c> leads, no hook has
/// seen: into a box, or into what a collection keeps.
/// </summary>
internal static class LibrarySelves
{
    private const int MostKept = 16;

    /// <summary>At the entry of a struct's method that others may call.</summary>
    internal static unsafe void Enter<T>(Operation operation, ref T self)
    {
        ref var reference = ref Unsafe.As<T, byte>(ref self);
        if (VariableModel.IsOnStack(operation, ref reference)) return;
        var memory = operation.Execution.Memory;
        if (memory.ReferentOf(ref reference) is not null
            || memory.SpannedBy(ref reference, operation) is not null) return;
        if (BoxAround(ref self) is { } box)
        {
            memory.Address(box, ref self, operation);
            return;
        }
        var selves = operation.LibrarySelves;
        if (selves.Count == MostKept) selves.RemoveAt(0);
        selves.Add(((nint)Unsafe.AsPointer(ref reference), Unsafe.SizeOf<T>()));
    }

    /// <summary>
    /// Whether a reference leads into one of them. If the garbage collector moves what a library
    /// keeps in the middle of such a method, that is unknown.
    /// </summary>
    internal static unsafe bool Include(Operation operation, ref byte reference)
    {
        var address = (nint)Unsafe.AsPointer(ref reference);
        return operation.LibrarySelves.Exists(
            self => address >= self.Address && address < self.Address + self.Size);
    }

    /// <summary>
    /// The box that a struct lies in. Before its content a box has the handle of its type
    /// (docs/design/coreclr/botr/type-loader.md in dotnet/runtime); an element of an array has the
    /// element before it there, or the array's length, and neither is a handle.
    /// </summary>
    private static unsafe object? BoxAround<T>(ref T self)
    {
        // As long as it is pinned, an address can stand for the object.
        fixed (byte* content = &Unsafe.As<T, byte>(ref self))
        {
            var head = (nint)content - sizeof(nint);
            return *(nint*)head == typeof(T).TypeHandle.Value
                ? Unsafe.As<nint, object>(ref head)
                : null;
        }
    }
}
