using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleavings.Scheduling;

/// <summary>
/// Memory that nobody ever writes: the data of the program itself, behind <c>[1, 2, 3]</c> as a span and
/// <c>"abc"u8</c>. It stays where it is for as long as the assembly is loaded.
/// </summary>
internal static class Constants
{
    private static readonly ConcurrentDictionary<nint, nint> Ends = new();

    internal static unsafe void Add<T>(ReadOnlySpan<T> span)
    {
        var start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));
        var end = start + (nint)span.Length * Unsafe.SizeOf<T>();
        Ends.AddOrUpdate(start, end, (_, known) => Math.Max(known, end));
    }

    internal static unsafe bool Include(ref byte reference)
    {
        var address = (nint)Unsafe.AsPointer(ref reference);
        foreach (var (start, end) in Ends)
        {
            if (start <= address && address < end) return true;
        }
        return false;
    }
}
