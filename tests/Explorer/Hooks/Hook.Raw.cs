using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
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
            Access(o, ref start, elements, bytes, AccessMode.Read, site);
    }

    /// <summary>Before a write of the same.</summary>
    public static void WriteBytes<T>(ref T start, nint elements, nint bytes, string site)
    {
        if (Scheduled is { } o)
            Access(o, ref start, elements, bytes, AccessMode.Write, site);
    }

    /// <summary>Before a read of so many bytes, so many elements after a pointer.</summary>
    public static unsafe void ReadPointed<T>(
        void* start, nint elements, nint bytes, string site) =>
        ReadBytes(ref Unsafe.AsRef<T>(start), elements, bytes, site);

    /// <summary>Before a write of the same.</summary>
    public static unsafe void WritePointed<T>(
        void* start, nint elements, nint bytes, string site) =>
        WriteBytes(ref Unsafe.AsRef<T>(start), elements, bytes, site);

    /// <summary>A pointer is passed to a member that may reach any distance from there.</summary>
    public static unsafe void Boundless(void* start, string member, string site)
    {
        if (Scheduled is { } o) RawModel.EnsureUnknown(o, ref *(byte*)start, member, site);
    }

    /// <summary>The first elements of a span, if a call uses no more.</summary>
    public static Span<T> FirstOf<T>(Span<T> span, int count) =>
        span.Length > count ? span[..count] : span;

    /// <summary>The same of a span that can only be read.</summary>
    public static ReadOnlySpan<T> FirstOfReadOnly<T>(ReadOnlySpan<T> span, int count) =>
        span.Length > count ? span[..count] : span;

    /// <summary>The same of a <c>Memory</c>.</summary>
    public static Memory<T> FirstOfMemory<T>(Memory<T> memory, int count) =>
        memory.Length > count ? memory[..count] : memory;

    /// <summary>The same of one that can only be read.</summary>
    public static ReadOnlyMemory<T> FirstOfReadOnlyMemory<T>(ReadOnlyMemory<T> memory, int count) =>
        memory.Length > count ? memory[..count] : memory;

    /// <summary>In place of a span over the program's own data.</summary>
    public static ReadOnlySpan<T> ConstantSpan<T>(ReadOnlySpan<T> span)
    {
        if (Current is { } o) o.Execution.Memory.SpansConstant(span);
        return span;
    }

    /// <summary>Before a span of a string's characters is made.</summary>
    public static void TextSpanned(string? text)
    {
        if (text is not null && Current is { } o) o.Execution.Memory.SpansText(text);
    }

    /// <summary>How long an array is; 0 if there is none.</summary>
    public static int LengthOf(Array? array) => array?.Length ?? 0;

    /// <summary>Before a call that reads what a <c>Memory</c> leads to.</summary>
    public static void MemoryRead<T>(Memory<T> memory, string site) => SpanRead(memory.Span, site);

    /// <summary>The same of one that can only be read.</summary>
    public static void ReadOnlyMemoryRead<T>(ReadOnlyMemory<T> memory, string site) =>
        ReadOnlySpanRead(memory.Span, site);

    /// <summary>Before a call that may change what a <c>Memory</c> leads to.</summary>
    public static void MemoryWrite<T>(Memory<T> memory, string site) =>
        SpanWrite(memory.Span, site);

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

    /// <summary>How many items a collection is about to copy; -1 if that isn't known.</summary>
    public static int CountOf(object? collection) =>
        Scheduled is not null && collection is ICollection known ? known.Count : -1;

    /// <summary>Before all fields of an object are read.</summary>
    public static void ReadFields(object self, string site)
    {
        if (Scheduled is { } o && self is not null) WholeObjects.Read(o, self, site);
    }

    private static void Access<T>(
        Operation operation, ref T start, nint elements, nint bytes, AccessMode mode,
        string site) =>
        RawModel.Access(operation, ref Unsafe.As<T, byte>(ref Unsafe.Add(ref start, elements)),
            bytes < 0 ? Vector<byte>.Count : bytes, mode, site);
}
