using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Unsafe"/>: a reference into a box names it. A write to an object under a wrong type
/// would overwrite its neighbors.
/// </summary>
[Models(typeof(Unsafe))]
public static class UnsafeModel
{
    public static ref T Unbox<T>(object box, string site) where T : struct
    {
        ref T value = ref Unsafe.Unbox<T>(box);
        if (Hook.Current is { IsObserved: true } operation)
            operation.Execution.Memory.Address(box, ref value, operation);
        return ref value;
    }

    [return: NotNullIfNotNull(nameof(value))]
    public static T? As<T>(object? value, string site) where T : class? =>
        value is null or T || Hook.Current is not { } operation ? Unsafe.As<T>(value)
        : throw operation.Execution.Refuse("System.Runtime.CompilerServices.Unsafe.As",
            $"a {value.GetType().Name} is no {typeof(T).Name}: use a cast, which says so", site);
}
