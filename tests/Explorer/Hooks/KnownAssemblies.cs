using System.Reflection;

namespace Interleavings.Hooks;

/// <summary>
/// Assemblies that woven code may call although they aren't woven: the framework, whose members the
/// explorer models, refuses or treats as one variable, and test frameworks, which only look at the
/// values that they are handed.
/// </summary>
/// <remarks>Any assembly can take a name, so the key counts as well.</remarks>
public static class KnownAssemblies
{
    private static readonly Dictionary<string, string> TestFrameworks =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["nunit.framework"] = "2638CD05610744EB",
            ["nunit.framework.legacy"] = "2638CD05610744EB",
            ["Shouldly"] = "6042CBCB05CBC941",
        };

    private static readonly Dictionary<string, bool> Judged = [];

    /// <summary>Whether an assembly of this name and public key token is one of them.</summary>
    public static bool Includes(string name, byte[]? token)
    {
        var key = Convert.ToHexString(token ?? []);
        lock (Judged)
        {
            if (!Judged.TryGetValue($"{name}/{key}", out var isKnown))
                Judged[$"{name}/{key}"] = isKnown = Judge(name, key);
            return isKnown;
        }
    }

    private static bool Judge(string name, string key)
    {
        if (TestFrameworks.TryGetValue(name, out var expected)) return key == expected;
        // The shared framework: the folder of the core library holds all of it, and nothing else.
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var path = Path.Combine(folder, $"{name}.dll");
        return File.Exists(path) && key.Length > 0
            && Convert.ToHexString(
                AssemblyName.GetAssemblyName(path).GetPublicKeyToken() ?? []) == key;
    }
}
