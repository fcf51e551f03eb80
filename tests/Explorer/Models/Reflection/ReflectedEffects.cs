using System.Reflection;
using System.Text;
using Interleavings.Exploration;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a library's member does that is called by reflection.</summary>
internal static class ReflectedEffects
{
    /// <summary>Whether a member of a boxed struct leaves it as it is.</summary>
    internal static bool OnlyReads(MethodInfo member)
    {
        var (space, name) = LibraryTypes.NameOf(member.DeclaringType!);
        return LibraryMembers.EffectOf(space, name, member.Name) is ReceiverEffect.Read or ReceiverEffect.None;
    }

    internal static bool ReturnsView(MethodBase member) => LibraryMembers.MakesView(member.Name);

    internal static bool IsChanging(object it)
    {
        var type = it.GetType();
        var (space, name) = LibraryTypes.NameOf(type);
        return it is not (string or Type or Delegate or Exception or Uri or Version or Encoding
                or StringComparer)
            && !type.IsPrimitive && !type.IsEnum && !WovenAssemblies.HoldsAll(type)
            && LibraryMembers.Changes(space, name)
            && !(type.IsValueType && type.Namespace == "System" && !IsOfReferences(type));
    }

    /// <summary>
    /// A library may look into an argument, or change it, unless the member belongs to a collection, and
    /// the parameter is an element.
    /// </summary>
    internal static void EnsureKept(
        Operation operation, MethodBase member, object?[] arguments, string site)
    {
        var parameters = Declared(member).GetParameters();
        for (var i = 0; i < arguments.Length && i < parameters.Length; i++)
        {
            if (arguments[i] is not { } argument || !IsChanging(argument)) continue;
            if (IsElement(member, parameters[i])) continue;
            throw operation.Execution.Refuse(ReflectedCall.Name(member), "it isn't known what a library"
                + $" that is called by reflection does to its argument, {parameters[i].Name}: use the"
                + " member itself", site);
        }
    }

    private static bool IsElement(MethodBase member, ParameterInfo parameter) =>
        member.DeclaringType?.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
        && (parameter.ParameterType.IsGenericParameter || parameter.ParameterType == typeof(object));

    private static MethodBase Declared(MethodBase member)
    {
        if (member.DeclaringType is not { IsConstructedGenericType: true } type) return member;
        return MethodBase.GetMethodFromHandle(
            member.MethodHandle, type.GetGenericTypeDefinition().TypeHandle) ?? member;
    }

    private static bool IsOfReferences(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(f => !f.FieldType.IsPrimitive && !f.FieldType.IsEnum && f.FieldType != type
                && (!f.FieldType.IsValueType || IsOfReferences(f.FieldType)));
}
