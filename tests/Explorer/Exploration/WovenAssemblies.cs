using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleavings.Exploration;

/// <summary>Tells woven code, which the explorer controls, from all other.</summary>
internal static class WovenAssemblies
{
    private static readonly ConditionalWeakTable<Assembly, object> Known = [];
    private static readonly ConditionalWeakTable<Type, object> KnownTypes = [];

    /// <summary>Whether all that an object of this type does is in woven code.</summary>
    internal static bool HoldsAll(Type type) => (bool)KnownTypes.GetValue(type, static t =>
    {
        var own = t;
        while (own is not null && IsWoven(own.Assembly)) own = own.BaseType;
        return own != t && (own == typeof(object) || own == typeof(ValueType));
    });

    internal static bool IsWoven(Assembly assembly) => (bool)Known.GetValue(assembly, static a =>
        a.GetCustomAttributes<AssemblyMetadataAttribute>().Any(m => m.Key == "Woven"));
}
