using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using Interleavings.Exploration;

namespace Interleavings.Models;

/// <summary>The collection that an enumerator of a struct type goes over, from its own field.</summary>
internal static class StructEnumerators
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Paths = new();

    /// <summary>Of a boxed one.</summary>
    internal static object? OwnerOf(object enumerator)
    {
        var path = Paths.GetOrAdd(enumerator.GetType(), PathToOwner);
        if (path.Length == 0) return null;
        object? value = enumerator;
        foreach (var field in path) value = field.GetValue(value);
        return value;
    }

    /// <summary>
    /// The field of the collection, or the enumerator inside that has it; empty if there is none. A
    /// field of the element's type may refer to another collection.
    /// </summary>
    internal static FieldInfo[] PathToOwner(Type type)
    {
        const BindingFlags all =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        if (!type.IsValueType || type.IsByRefLike || WovenAssemblies.IsWoven(type.Assembly)
            || type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen") return [];
        var declared = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).GetFields(all);
        var fields = type.GetFields(all);
        for (var i = 0; i < fields.Length; i++)
        {
            if (!declared[i].FieldType.IsGenericParameter && IsCollection(fields[i].FieldType))
                return [fields[i]];
        }
        foreach (var field in fields)
        {
            if (field.FieldType.IsValueType && IsEnumerator(field.FieldType)
                && PathToOwner(field.FieldType) is { Length: > 0 } rest)
                return [field, .. rest];
        }
        return [];
    }

    private static bool IsEnumerator(Type type) =>
        type.Name.Contains("Enumerator", StringComparison.Ordinal);

    private static bool IsCollection(Type type) =>
        type.IsArray || type == typeof(System.Text.StringBuilder)
        || !type.IsValueType && type != typeof(string)
            && (typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
                || type.FullName!.StartsWith("System.Collections.Generic.PriorityQueue", StringComparison.Ordinal));
}

/// <summary>The same as a delegate, quick enough for each step of a foreach.</summary>
internal static class StructEnumerator<T>
{
    internal delegate object? Getter(ref T enumerator);

    /// <summary>Null if the enumerator goes over nothing that could change.</summary>
    internal static readonly Getter? Owner = Make(StructEnumerators.PathToOwner(typeof(T)));

    private static Getter? Make(FieldInfo[] path)
    {
        if (path.Length == 0) return null;
        var method = new DynamicMethod("OwnerOf", typeof(object), [typeof(T).MakeByRefType()],
            typeof(StructEnumerator<T>).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        foreach (var field in path)
            il.Emit(field == path[^1] ? OpCodes.Ldfld : OpCodes.Ldflda, field);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Getter>();
    }
}
