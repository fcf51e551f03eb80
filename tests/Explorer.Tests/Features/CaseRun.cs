using System.Reflection;
using System.Runtime.Loader;
using Weaving;

namespace Interleavings.Tests.Features;

/// <summary>
/// The cases of an assembly, loaded beside others: each public static method without parameters of a
/// public static class says what it saw.
/// </summary>
sealed class CaseRun(WovenImage image)
{
    readonly Assembly assembly = new AssemblyLoadContext("cases").LoadFromStream(
        new MemoryStream(image.Dll), new MemoryStream(image.Pdb));

    public Assembly Assembly => assembly;

    /// <summary>By the case's name, in the order of the source.</summary>
    public IReadOnlyList<(string Name, string Said)> Of(string type) =>
        [.. Cases(type).Select(m => (m.Name, Run(m)))];

    public int Count(string type) => Cases(type).Count();

    IEnumerable<MethodInfo> Cases(string type) => assembly.GetType(type, throwOnError: true)!
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => m.GetParameters().Length == 0 && !m.IsGenericMethod)
        .Where(m => m.ReturnType == typeof(string) || m.ReturnType == typeof(Task<string>));

    static string Run(MethodInfo method)
    {
        try
        {
            var said = method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
            return said is Task<string> task ? task.GetAwaiter().GetResult() : (string)said!;
        }
        catch (Exception e)
        {
            return $"thrown: {e.GetType().Name}: {e.Message}";
        }
    }
}
