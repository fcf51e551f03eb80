using System.Collections.Concurrent;
using System.Reflection;

namespace Interleavings.Models;

/// <summary>
/// The enumerators of arrays: the next element is read by <c>Current</c>, not by <c>MoveNext</c>. The
/// position is in a private field: ArrayEnumerator and SZGenericArrayEnumerator in
/// https://github.com/dotnet/runtime/blob/main/src/libraries/System.Private.CoreLib/src/System/Array.Enumerators.cs.
/// </summary>
internal static class ArrayEnumerators
{
    private static readonly ConcurrentDictionary<Type, FieldInfo?> Indices = new();

    internal static bool Is(Type enumerator) => IndexField(enumerator) is not null;

    /// <summary>Below 0 before the first element.</summary>
    internal static long IndexOf(object enumerator) => IndexField(enumerator.GetType())!
        .GetValue(enumerator) switch
    {
        int index => index,
        nint index => index,
        _ => -1,
    };

    private static FieldInfo? IndexField(Type enumerator) => Indices.GetOrAdd(enumerator, static type =>
    {
        if (type.Assembly != typeof(Array).Assembly
            || !type.Name.Contains("ArrayEnumerator", StringComparison.Ordinal)) return null;
        for (var t = type; t is not null; t = t.BaseType)
        {
            var index = t.GetField("_index", BindingFlags.Instance | BindingFlags.NonPublic);
            if (index is not null) return index;
        }
        return null;
    });
}
