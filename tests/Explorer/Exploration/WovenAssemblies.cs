using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Exploration;

/// <summary>Tells woven code, which the explorer controls, from all other.</summary>
internal static class WovenAssemblies
{
    private static readonly ConditionalWeakTable<Assembly, object> Known = [];
    private static readonly ConditionalWeakTable<Assembly, object> Foreign = [];
    private static readonly ConditionalWeakTable<Type, object> KnownTypes = [];
    private static readonly ConditionalWeakTable<Type, object> ForeignTypes = [];
    private static readonly HashSet<string> Vouched = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether all that an object of this type does is in woven code.</summary>
    internal static bool HoldsAll(Type type) => (bool)KnownTypes.GetValue(type, static t =>
    {
        var own = t;
        while (own is not null && IsWoven(own.Assembly)) own = own.BaseType;
        return own != t && (own == typeof(object) || own == typeof(ValueType));
    });

    internal static bool IsWoven(Assembly assembly) => (bool)Known.GetValue(assembly, static a =>
    {
        var marks = a.GetCustomAttributes<AssemblyMetadataAttribute>().ToList();
        if (!marks.Exists(m => m.Key == "Woven")) return false;
        // What one woven assembly's project vouches for, it may hand to another's code.
        lock (Vouched)
        {
            Vouched.UnionWith(marks.Where(m => m.Key == "KnownReference").Select(m => m.Value!));
        }
        return true;
    });

    /// <summary>Whether part of what an object of this type does is in code that nobody sees.</summary>
    internal static bool IsForeign(Type type) =>
        (bool)ForeignTypes.GetValue(type, static t => ForeignHome(t) is not null);

    /// <summary>The assembly of that code; null if there is none.</summary>
    internal static Assembly? ForeignHome(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.HasElementType || t.IsEnum) return null;
            if (IsForeign(t.Assembly)) return t.Assembly;
        }
        return null;
    }

    private static bool IsForeign(Assembly assembly) => (bool)Foreign.GetValue(assembly, static a =>
        a != typeof(Hook).Assembly && !IsWoven(a) && !IsVouchedFor(a.GetName().Name!)
        && !KnownAssemblies.Includes(a.GetName().Name!, a.GetName().GetPublicKeyToken()));

    private static bool IsVouchedFor(string name)
    {
        lock (Vouched) return Vouched.Contains(name);
    }
}
