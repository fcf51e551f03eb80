using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><see cref="Unsafe"/>: an object taken for another would overwrite its neighbours.</summary>
[Models(typeof(Unsafe))]
public static class UnsafeModel
{
    [return: NotNullIfNotNull(nameof(value))]
    public static T? As<T>(object? value, string site) where T : class? =>
        value is null or T || Hook.Current is not { } operation ? Unsafe.As<T>(value)
        : throw operation.Execution.Refuse("System.Runtime.CompilerServices.Unsafe.As",
            $"a {value.GetType().Name} is no {typeof(T).Name}: use a cast, which says so", site);
}
