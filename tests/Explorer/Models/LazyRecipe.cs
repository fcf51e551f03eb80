using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>How a Lazy makes its value: what the real object doesn't tell.</summary>
/// <param name="Factory">Null for the type's own constructor.</param>
internal sealed record LazyRecipe<T>(Func<T>? Factory, LazyThreadSafetyMode Mode)
{
    private static readonly ConditionalWeakTable<Lazy<T>, LazyRecipe<T>> Known = [];

    /// <summary>Made with its value.</summary>
    internal (bool Is, T? Value) Ready { get; init; }

    internal static Lazy<T> Note(Lazy<T> lazy, LazyRecipe<T> recipe)
    {
        Known.Add(lazy, recipe);
        return lazy;
    }

    internal static LazyRecipe<T>? Of(Lazy<T> lazy) =>
        Known.TryGetValue(lazy, out var recipe) ? recipe : null;

    /// <summary>As .NET makes it, with its exception for a type that can't be made so.</summary>
    internal static T ByConstructor() => new Lazy<T>(LazyThreadSafetyMode.None).Value;
}
