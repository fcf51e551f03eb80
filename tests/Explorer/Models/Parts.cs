using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Where the variables lie that a variable of type <typeparamref name="T"/> is made of: a pair of
/// ints is two, so that writing the pair meets whoever touches its second half alone.
/// </summary>
internal static class Parts<T>
{
    /// <summary>The first part's offset in bytes; 0 unless the runtime pads the front.</summary>
    internal static readonly nint First;

    /// <summary>The offsets of the others; empty for all that isn't a struct of several.</summary>
    internal static readonly nint[] Rest;

    static Parts()
    {
        nint[] all = [.. Parts.Of(typeof(T)).Distinct().Order()];
        (First, Rest) = (all[0], all[1..]);
    }
}

/// <summary>The layout of structs, as the runtime has chosen it.</summary>
internal static class Parts
{
    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private delegate nint Offset(ref byte start);

    private static readonly ConditionalWeakTable<Type, nint[]> Elements = [];

    /// <summary>The parts of each element of an array.</summary>
    internal static nint[] OfElements(Type arrayType) => Elements.GetValue(arrayType, static type =>
        [.. Of(type.GetElementType()!).Distinct().Order()]);

    internal static IEnumerable<nint> Of(Type type)
    {
        if (!type.IsValueType || type.IsPrimitive || type.IsEnum) return [0];
        var fields = type.GetFields(Fields);
        if (!CanBeTakenApart(type, fields)) return [0];
        if (type.GetCustomAttribute<InlineArrayAttribute>() is { } inline)
        {
            var size = ElementSizes.Of(fields[0].FieldType.MakeArrayType());
            var element = Of(fields[0].FieldType).ToList();
            return Enumerable.Range(0, inline.Length)
                .SelectMany(i => element.Select(part => (nint)i * size + part));
        }
        return fields.SelectMany(field =>
        {
            var start = OffsetOf(field);
            return Of(field.FieldType).Select(part => start + part);
        });
    }

    /// <summary>Nobody reaches the private fields of a library's struct one by one.</summary>
    private static bool CanBeTakenApart(Type type, FieldInfo[] fields) => fields.Length > 0
        && (fields.Any(f => f.IsPublic) || WovenAssemblies.IsWoven(type.Assembly));

    private static nint OffsetOf(FieldInfo field)
    {
        var method = new DynamicMethod("", typeof(nint), [typeof(byte).MakeByRefType()],
            typeof(Parts).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Ret);
        var start = (byte)0;
        return method.CreateDelegate<Offset>()(ref start);
    }
}
