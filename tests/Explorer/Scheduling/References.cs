using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleavings.Scheduling;

/// <summary>
/// The managed references taken in one execution: what a <c>ref int</c> that arrives in a method
/// belongs to. Compared as references, never as kept addresses, because objects move.
/// </summary>
internal sealed class References
{
    private readonly List<Region> _regions = [];

    internal void Clear() => _regions.Clear();

    internal void Add(object owner, nint offset, int size)
    {
        // The same reference is usually taken again and again: look at the last few only.
        for (var i = _regions.Count - 1; i >= Math.Max(0, _regions.Count - 8); i--)
        {
            if (_regions[i].Offset == offset && ReferenceEquals(_regions[i].Owner, owner)
                && _regions[i].Size >= size) return;
        }
        _regions.Add(new(owner, offset, size));
    }

    internal void AddStatic(nint address, int size)
    {
        foreach (var region in _regions)
        {
            if (region.Owner is null && region.Offset == address && region.Size >= size) return;
        }
        _regions.Add(new(null, address, size));
    }

    /// <returns>The owner (null: static) with the offset (static: the address) of the reference.</returns>
    internal unsafe (object? Owner, nint Offset)? Find(ref byte reference, List<Array> arrays)
    {
        for (var i = _regions.Count - 1; i >= 0; i--)
        {
            var (owner, offset, size) = _regions[i];
            var distance = owner is null
                ? (nint)Unsafe.AsPointer(ref reference) - offset
                : Unsafe.ByteOffset(ref RawObject.FirstByte(owner), ref reference) - offset;
            if (distance >= 0 && distance < size) return (owner, offset + distance);
        }
        foreach (var array in arrays)
        {
            var distance = Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(array), ref reference);
            if (distance >= 0 && distance < BytesOf(array))
                return (array, Unsafe.ByteOffset(ref RawObject.FirstByte(array), ref reference));
        }
        return null;
    }

    private static nint BytesOf(Array array) => array.Length == 0 ? 0
        : array.Length * (nint)ElementSizes.Of(array.GetType());

    private readonly record struct Region(object? Owner, nint Offset, int Size);
}
