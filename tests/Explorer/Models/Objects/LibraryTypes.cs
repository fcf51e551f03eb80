using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Interleavings.Exploration;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>What is known about a class of the framework, by the class that an object is of.</summary>
internal static class LibraryTypes
{
    private static readonly ConditionalWeakTable<Type, object> LookedInto = [];

    /// <summary>What a method that is declared by this class does to its receiver.</summary>
    /// <param name="slot">The class that declares what it overrides; the same if it overrides nothing.</param>
    internal static ReceiverEffect EffectOf(Type declaring, string member, Type? slot = null)
    {
        if (!declaring.IsClass || typeof(Delegate).IsAssignableFrom(declaring)) return ReceiverEffect.None;
        var (space, name) = NameOf(declaring);
        if (typeof(Exception).IsAssignableFrom(declaring)) return LibraryMembers.OfException(member);
        var effect = LibraryMembers.EffectOf(space, name, member, slot is null ? null : NameOf(slot).Name);
        if (IsEnumerator(declaring) && effect != ReceiverEffect.Read) return ReceiverEffect.Move;
        if (!LibraryMembers.Changes(space, name)) return ReceiverEffect.None;
        var ancestor = AncestorOf(declaring);
        if (LibraryMembers.OnlyMoves(ancestor, declaring.Name, member)) return ReceiverEffect.Move;
        return ancestor is not null && effect == ReceiverEffect.Write && member != "set_NewLine"
            ? ReceiverEffect.Put : effect;
    }

    /// <summary>
    /// Whether a view counts its elements anew when it is read, and keeps the number: SortedSet.cs and
    /// SortedSet.TreeSubSet.cs, <c>VersionCheck</c>.
    /// </summary>
    internal static bool CountsWhenRead(Type type) => type is { Name: "TreeSubSet", IsNested: true }
        && type.Namespace == "System.Collections.Generic";

    /// <summary>Whether a member that an array has through an interface writes its elements.</summary>
    internal static bool IsOfArrays(MethodInfo called, string member) =>
        called.DeclaringType != typeof(object)
        && member.StartsWith("set_", StringComparison.Ordinal);

    /// <summary>Whether a library that is handed such an object will look into it.</summary>
    internal static bool IsLookedInto(Type type) =>
        (bool)LookedInto.GetValue(type, static t => JudgeLookedInto(LibraryBase(t)));

    /// <summary>The library's class that a woven one derives from.</summary>
    internal static Type LibraryBase(Type type)
    {
        while (WovenAssemblies.IsWoven(type.Assembly) && type.BaseType is { } parent) type = parent;
        return type;
    }

    /// <summary>The namespace of the outermost type, and the full name of the definition.</summary>
    internal static (string Space, string Name) NameOf(Type type)
    {
        if (type.IsConstructedGenericType) type = type.GetGenericTypeDefinition();
        return (type.Namespace ?? "", type.FullName ?? type.Name);
    }

    private static bool JudgeLookedInto(Type type)
    {
        if (type.IsArray) return true;
        if (!type.IsClass || type == typeof(object) || type == typeof(string)
            || typeof(Delegate).IsAssignableFrom(type))
            return false;
        var (space, name) = NameOf(type);
        return LibraryMembers.Changes(space, name)
            && (typeof(IEnumerable).IsAssignableFrom(type) || type == typeof(StringBuilder)
                || typeof(CultureInfo).IsAssignableFrom(type) || space == "System.Globalization"
                || IsEnumerator(type) || AncestorOf(type) is not null
                || space.StartsWith("System.Collections", StringComparison.Ordinal)
                || Array.Exists(type.GetInterfaces(), f => f.Name == "IBufferWriter`1")
                || Owners.IsPart(type));
    }

    private static bool IsEnumerator(Type type) => typeof(IEnumerator).IsAssignableFrom(type);

    private static string? AncestorOf(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.FullName is { } name && LibraryMembers.IsStream(name)) return name;
        }
        return null;
    }
}
