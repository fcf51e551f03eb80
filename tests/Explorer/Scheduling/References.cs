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

    internal void Add(object owner, nint offset, Layout layout, bool isReadOnly = false)
    {
        // The same reference is usually taken again and again: look at the last few only.
        for (var i = _regions.Count - 1; i >= Math.Max(0, _regions.Count - 8); i--)
        {
            if (_regions[i].Offset == offset && ReferenceEquals(_regions[i].Owner, owner)
                && _regions[i].Layout.Size >= layout.Size
                && _regions[i].IsReadOnly == isReadOnly) return;
        }
        _regions.Add(new(owner, offset, layout, isReadOnly));
    }

    internal void AddStatic(nint address, Layout layout, bool isReadOnly)
    {
        foreach (var region in _regions)
        {
            if (region.Owner is null && region.Offset == address
                && region.Layout.Size >= layout.Size && region.IsReadOnly == isReadOnly) return;
        }
        _regions.Add(new(null, address, layout, isReadOnly));
    }

    /// <returns>Null if it isn't known where the reference was taken from.</returns>
    internal unsafe Referent? Find(ref byte reference, List<Array> arrays)
    {
        for (var i = _regions.Count - 1; i >= 0; i--)
        {
            var (owner, offset, layout, isReadOnly) = _regions[i];
            var distance = owner is null
                ? (nint)Unsafe.AsPointer(ref reference) - offset
                : Unsafe.ByteOffset(ref RawObject.FirstByte(owner), ref reference) - offset;
            if (distance >= 0 && distance < layout.Size)
                return new(owner, offset, distance, layout.Size, layout, isReadOnly);
        }
        foreach (var array in arrays)
        {
            if (array.Length == 0) continue;
            ref var first = ref MemoryMarshal.GetArrayDataReference(array);
            var distance = Unsafe.ByteOffset(ref first, ref reference);
            if (distance < 0) continue;
            var layout = Layout.OfElements(array.GetType());
            var size = array.Length * (nint)layout.Size;
            if (distance < size)
            {
                return new(array, RawObject.OffsetOf(array, ref first), distance, size, layout,
                    IsReadOnly: false);
            }
        }
        return null;
    }

    private readonly record struct Region(
        object? Owner, nint Offset, Layout Layout, bool IsReadOnly);
}
