using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Exploration;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="FieldInfo"/>: an access by reflection is an access to the field of a woven class. Others
/// are unsupported.
/// </summary>
[Models(typeof(FieldInfo))]
public static class FieldInfoModel
{
    public static object? GetValue(FieldInfo field, object? target, string site)
    {
        Announce(field, target, null, EventKind.Read, site);
        return field.GetValue(target);
    }

    public static void SetValue(FieldInfo field, object? target, object? value, string site)
    {
        Announce(field, target, value, EventKind.Write, site);
        field.SetValue(target, value);
    }

    public static object? GetValueDirect(FieldInfo field, TypedReference target, string site)
    {
        Announce(
            field, ObjectOf(field, target, EventKind.Read, site), null, EventKind.Read, site);
        return field.GetValueDirect(target);
    }

    public static void SetValueDirect(
        FieldInfo field, TypedReference target, object value, string site)
    {
        Announce(
            field, ObjectOf(field, target, EventKind.Write, site), value, EventKind.Write, site);
        field.SetValueDirect(target, value);
    }

    /// <summary>A library reads the field of a woven class.</summary>
    internal static void Read(Operation operation, object owner, FieldInfo field, string site) =>
        Accesses.Of(field)(operation, owner, field, null, EventKind.Read, site);

    /// <summary>Of a variable that refers to an object; in a struct, the field is part of the variable.</summary>
    private static object? ObjectOf(
        FieldInfo field, TypedReference target, EventKind kind, string site)
    {
        if (Hook.Current is { } operation && __reftype(target).IsValueType)
            throw Refuse(operation, field, kind, "a field of a struct", site);
        return Hook.Current is null ? null : TypedReference.ToObject(target);
    }

    private static void Announce(
        FieldInfo field, object? target, object? value, EventKind kind, string site)
    {
        if (Hook.Current is not { IsObserved: true } operation || field.IsLiteral) return;
        if (field.DeclaringType is not { IsValueType: false } type
            || !WovenAssemblies.IsWoven(type.Assembly))
            throw Refuse(operation, field, kind, "a field of a struct or of a library", site);
        if (field.IsStatic) throw Refuse(operation, field, kind, "a static field", site);
        if (field.GetRequiredCustomModifiers().Length > 0)
            throw Refuse(operation, field, kind, "a volatile field", site);
        if (field.IsInitOnly && kind == EventKind.Write)
            throw Refuse(operation, field, kind, "a read-only field", site);
        // The access itself throws.
        if (target is null || !type.IsInstanceOfType(target)) return;
        if (!field.IsInitOnly) Accesses.Of(field)(operation, target, field, value, kind, site);
    }

    private static Unwinding Refuse(
        Operation operation, FieldInfo field, EventKind kind, string what, string site) =>
        operation.Execution.Refuse(
            $"System.Reflection.FieldInfo.{(kind == EventKind.Read ? "GetValue" : "SetValue")}",
            $"{field.Name} is {what}: use the field itself", site);

    private static class Accesses
    {
        internal delegate void Access(
            Operation operation, object owner, FieldInfo field, object? value, EventKind kind, string site);

        private static readonly ConditionalWeakTable<Type, Access> Known = [];

        internal static Access Of(FieldInfo field) => Known.GetValue(
            field.FieldType.IsPointer ? typeof(nint) : field.FieldType, static type =>
                typeof(Accesses).GetMethod(nameof(Perform), BindingFlags.Static | BindingFlags.NonPublic)!
                    .MakeGenericMethod(type).CreateDelegate<Access>());

        private static void Perform<T>(
            Operation operation, object owner, FieldInfo field, object? value, EventKind kind, string site)
        {
            ref var variable = ref FieldAddresses<T>.Of(
                owner, field.DeclaringType!.TypeHandle, field.FieldHandle);
            if (kind == EventKind.Read)
                VariableModel.Field(operation, owner, ref variable, kind, site);
            else
                VariableModel.Field(operation, owner, ref variable, value is T given ? given : default!, kind, site);
        }
    }
}
