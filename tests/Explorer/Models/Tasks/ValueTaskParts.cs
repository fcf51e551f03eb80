using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>What a ValueTask is made of; no public member tells it without using it up.</summary>
internal static class ValueTaskParts
{
    /// <summary>Null where there is none: a result, or an object that is asked.</summary>
    internal static Task? Task(ValueTask value) => Source(ref value) as Task;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref readonly object? Source(ref ValueTask value);
}

/// <summary>The same with a result.</summary>
internal static class ValueTaskParts<T>
{
    internal static Task<T>? Task(ValueTask<T> value) => Source(ref value) as Task<T>;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref readonly object? Source(ref ValueTask<T> value);
}
