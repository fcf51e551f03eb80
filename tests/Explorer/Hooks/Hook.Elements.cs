using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// Elements of arrays, and what is in a box. These hooks are handed the object and not the
/// variable's address: the address of an element that may be of a derived type, or of what is in a
/// box, is one that verifiable code may only read from (ECMA-335 III.1.8.1.2.2).
/// </summary>
/// <remarks>Without an array, or outside it, they do nothing: the access itself throws.</remarks>
public static partial class Hook
{
    /// <summary>Before a read of an array's element (ldelem).</summary>
    public static void ReadElement<T>(T[] array, nint index, string site)
    {
        if (Scheduled is { } o && Has(array, index))
            VariableModel.Field(o, array, ref Element(array, index), EventKind.Read, site);
    }

    /// <summary>Before a write of an array's element (stelem).</summary>
    public static void WriteElement<T>(T[] array, nint index, T value, string site)
    {
        if (Scheduled is { } o && Has(array, index))
            VariableModel.Field(o, array, ref Element(array, index), value, EventKind.Write, site);
    }

    /// <summary>The address of an array's element is taken (ldelema).</summary>
    public static void AddressOfElement<T>(T[] array, nint index)
    {
        if (Scheduled is { } o && Has(array, index))
            o.Execution.Memory.Address(array, ref Element(array, index), o);
    }

    /// <summary>After <c>readonly. ldelema</c>, in place of its result: the same without a restriction.</summary>
    public static ref T Element<T>(T[] array, nint index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index);

    /// <summary>Before a read of an element of an array of several dimensions.</summary>
    public static void ReadCell<T>(Array grid, int[] indices, string site)
    {
        if (Scheduled is { } o && Has(grid, indices))
            VariableModel.Field(o, grid, ref Cell<T>(grid, indices), EventKind.Read, site);
    }

    /// <summary>Before a write of an element of an array of several dimensions.</summary>
    public static void WriteCell<T>(Array grid, int[] indices, T value, string site)
    {
        if (Scheduled is { } o && Has(grid, indices))
            VariableModel.Field(o, grid, ref Cell<T>(grid, indices), value, EventKind.Write, site);
    }

    /// <summary>The address of an element of an array of several dimensions is taken.</summary>
    public static void AddressOfCell<T>(Array grid, int[] indices)
    {
        if (Scheduled is { } o && Has(grid, indices))
            o.Execution.Memory.Address(grid, ref Cell<T>(grid, indices), o);
    }

    /// <summary>As <see cref="Element"/>, of an array of several dimensions.</summary>
    public static ref T Cell<T>(Array grid, int[] indices)
    {
        nint place = 0;
        for (var i = 0; i < indices.Length; i++)
            place = place * grid.GetLength(i) + (indices[i] - grid.GetLowerBound(i));
        return ref Unsafe.Add(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(grid)), place);
    }

    /// <summary>After <c>unbox</c>, in place of its result: the address of what is in the box.</summary>
    public static ref T Unboxed<T>(object box)
    {
        ref T value = ref Unsafe.As<byte, T>(ref RawObject.FirstByte(box));
        if (Scheduled is { } o) o.Execution.Memory.Address(box, ref value, o);
        return ref value;
    }

    /// <summary>Before <c>unbox.any</c> copies a struct out of its box.</summary>
    public static void ReadBox<T>(object? box, string site)
    {
        if (Scheduled is { } o && box is T)
        {
            ref T value = ref Unsafe.As<byte, T>(ref RawObject.FirstByte(box));
            VariableModel.Field(o, box, ref value, EventKind.Read, site);
        }
    }

    /// <summary>
    /// At the entry of a struct's method that code may call that isn't woven. Then the struct is in
    /// a box, or a collection keeps it.
    /// </summary>
    public static void Self<T>(ref T self)
    {
        if (Scheduled is { } o) LibrarySelves.Enter(o, ref self);
    }

    private static bool Has<T>(T[]? array, nint index) =>
        array is not null && (nuint)index < (nuint)array.Length;

    private static bool Has(Array? grid, int[] indices)
    {
        if (grid is null) return false;
        for (var i = 0; i < indices.Length; i++)
            if (indices[i] < grid.GetLowerBound(i) || indices[i] > grid.GetUpperBound(i)) return false;
        return true;
    }
}
