using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleavings.Exploration;

/// <summary>Tells woven code, which the explorer controls, from all other.</summary>
internal static class WovenAssemblies
{
    private static readonly ConditionalWeakTable<Assembly, object> Known = [];

    internal static bool IsWoven(Assembly assembly) => (bool)Known.GetValue(assembly, static a =>
        a.GetCustomAttributes<AssemblyMetadataAttribute>().Any(m => m.Key == "Woven"));
}
