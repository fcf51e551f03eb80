using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>Memory that a library reads and writes as bytes, whatever lies there.</summary>
public static partial class Hook
{
    /// <summary>Before a read of so many bytes, so many elements after a reference.</summary>
    /// <param name="bytes">Negative for the size of a <see cref="Vector{T}"/>.</param>
    public static void ReadBytes<T>(ref T start, nint elements, nint bytes, string site)
    {
        if (Scheduled is { } o)
            RawModel.Access(o, ref ByteAt(ref start, elements), Size(bytes), AccessMode.Read, site);
    }

    /// <summary>Before a write of the same.</summary>
    public static void WriteBytes<T>(ref T start, nint elements, nint bytes, string site)
    {
        if (Scheduled is { } o)
            RawModel.Access(o, ref ByteAt(ref start, elements), Size(bytes), AccessMode.Write, site);
    }

    /// <summary>Before a read of so many bytes, so many elements after a pointer.</summary>
    public static unsafe void ReadPointed<T>(void* start, nint elements, nint bytes, string site) =>
        ReadBytes(ref Unsafe.AsRef<T>(start), elements, bytes, site);

    /// <summary>Before a write of the same.</summary>
    public static unsafe void WritePointed<T>(void* start, nint elements, nint bytes, string site) =>
        WriteBytes(ref Unsafe.AsRef<T>(start), elements, bytes, site);

    /// <summary>A pointer is handed to a member of which it isn't known how far it reaches.</summary>
    public static unsafe void Boundless(void* start, string member, string site)
    {
        if (Scheduled is { } o) RawModel.EnsureUnknown(o, ref *(byte*)start, member, site);
    }

    /// <summary>The first bytes of a span, of which a reader or writer of one number needs no more.</summary>
    public static Span<T> FirstOf<T>(Span<T> span, int count) => span.Length > count ? span[..count] : span;

    /// <summary>The same of a span that can only be read.</summary>
    public static ReadOnlySpan<T> FirstOfReadOnly<T>(ReadOnlySpan<T> span, int count) =>
        span.Length > count ? span[..count] : span;

    /// <summary>The same of a <c>Memory</c>.</summary>
    public static Memory<T> FirstOfMemory<T>(Memory<T> memory, int count) =>
        memory.Length > count ? memory[..count] : memory;

    /// <summary>The same of one that can only be read.</summary>
    public static ReadOnlyMemory<T> FirstOfReadOnlyMemory<T>(ReadOnlyMemory<T> memory, int count) =>
        memory.Length > count ? memory[..count] : memory;

    /// <summary>How long an array is; 0 if there is none.</summary>
    public static int LengthOf(Array? array) => array?.Length ?? 0;

    /// <summary>Before a call that reads what a <c>Memory</c> leads to.</summary>
    public static void MemoryRead<T>(Memory<T> memory, string site) => SpanRead(memory.Span, site);

    /// <summary>The same of one that can only be read.</summary>
    public static void ReadOnlyMemoryRead<T>(ReadOnlyMemory<T> memory, string site) =>
        ReadOnlySpanRead(memory.Span, site);

    /// <summary>Before a call that may change what a <c>Memory</c> leads to.</summary>
    public static void MemoryWrite<T>(Memory<T> memory, string site) => SpanWrite(memory.Span, site);

    /// <summary>Before a call that reads some elements of an array.</summary>
    public static void RangeRead(object? array, int start, int count, string site)
    {
        if (Scheduled is { } o) RawModel.Range(o, array, start, count, AccessMode.Read, site);
    }

    /// <summary>Before a call that may change some elements of an array.</summary>
    public static void RangeWrite(object? array, int start, int count, string site)
    {
        if (Scheduled is { } o) RawModel.Range(o, array, start, count, AccessMode.Write, site);
    }

    /// <summary>Before a call that reads some bytes of an array, from one on.</summary>
    public static void ByteRangeRead(object? array, int start, int count, string site)
    {
        if (Scheduled is { } o) RawModel.ByteRange(o, array, start, count, AccessMode.Read, site);
    }

    /// <summary>Before a call that may change some bytes of an array.</summary>
    public static void ByteRangeWrite(object? array, int start, int count, string site)
    {
        if (Scheduled is { } o) RawModel.ByteRange(o, array, start, count, AccessMode.Write, site);
    }

    /// <summary>How many items a collection is about to copy, as far as that is known; -1 if not.</summary>
    public static int CountOf(object? collection) =>
        collection is System.Collections.ICollection known && Scheduled is not null ? known.Count : -1;

    /// <summary>Before all fields of an object are read.</summary>
    public static void ReadFields(object self, string site)
    {
        if (Scheduled is { } o && self is not null) WholeObjects.Read(o, self, site);
    }

    private static ref byte ByteAt<T>(ref T start, nint elements) =>
        ref Unsafe.As<T, byte>(ref Unsafe.Add(ref start, elements));

    private static nint Size(nint bytes) => bytes < 0 ? Vector<byte>.Count : bytes;
}
