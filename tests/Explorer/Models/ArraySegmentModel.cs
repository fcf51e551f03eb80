using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="ArraySegment{T}"/>: its items are elements of an array.</summary>
[Models(typeof(ArraySegment<>))]
public static class ArraySegmentModel
{
    public static T get_Item<T>(ref ArraySegment<T> segment, int index, string site)
    {
        if (segment.Array is not null && (uint)index < (uint)segment.Count)
            Hook.ReadElement(segment.Array, segment.Offset + index, site);
        return segment[index];
    }

    public static void set_Item<T>(ref ArraySegment<T> segment, int index, T value, string site)
    {
        if (segment.Array is not null && (uint)index < (uint)segment.Count)
            Hook.WriteElement(segment.Array, segment.Offset + index, value, site);
        segment[index] = value;
    }

    public static T[] ToArray<T>(ref ArraySegment<T> segment, string site)
    {
        Hook.RangeRead(segment.Array, segment.Offset, segment.Count, site);
        var made = segment.ToArray();
        Hook.Name(made);
        return made;
    }

    public static void CopyTo<T>(ref ArraySegment<T> segment, T[] destination, string site) =>
        CopyTo(ref segment, destination, 0, site);

    public static void CopyTo<T>(
        ref ArraySegment<T> segment, T[] destination, int destinationIndex, string site)
    {
        Hook.RangeRead(segment.Array, segment.Offset, segment.Count, site);
        Hook.RangeWrite(destination, destinationIndex, segment.Count, site);
        segment.CopyTo(destination, destinationIndex);
    }

    public static void CopyTo<T>(
        ref ArraySegment<T> segment, ArraySegment<T> destination, string site)
    {
        Hook.RangeRead(segment.Array, segment.Offset, segment.Count, site);
        if (segment.Count <= destination.Count)
            Hook.RangeWrite(destination.Array, destination.Offset, segment.Count, site);
        segment.CopyTo(destination);
    }
}

/// <summary>Its enumerator reads an element when it is asked for it.</summary>
[Models(typeof(ArraySegment<>.Enumerator))]
public static class ArraySegmentEnumeratorModel
{
    public static T get_Current<T>(ref ArraySegment<T>.Enumerator enumerator, string site)
    {
        if (Hook.Current is not null && Fields<T>.Array(ref enumerator) is { } array)
            Hook.ReadElement(array, Fields<T>.Index(ref enumerator), site);
        return enumerator.Current;
    }

    private static class Fields<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_array")]
        internal static extern ref T[]? Array(ref ArraySegment<T>.Enumerator enumerator);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_current")]
        internal static extern ref int Index(ref ArraySegment<T>.Enumerator enumerator);
    }
}
