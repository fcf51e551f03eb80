using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Weaving;

namespace Interleavings.Tests.RealWorld;

/// <summary>An assembly that others wrote, as it came and as woven.</summary>
/// <param name="Plain">Without the machine code that the framework's own carry besides.</param>
sealed record Library(string Name, byte[] Plain, byte[] Woven)
{
    const ModuleAttributes machineCode = (ModuleAttributes)4;

    static readonly Dictionary<string, Library> known = [];

    /// <summary>The paths of all that this process could load.</summary>
    public static string[] Paths => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator);

    public static Library Of(string name)
    {
        if (!known.TryGetValue(name, out var library))
            known[name] = library = Make(name);
        return library;
    }

    static Library Make(string name)
    {
        var folder = Directory.CreateTempSubdirectory("woven");
        try
        {
            var plain = Path.Combine(folder.FullName, $"{name}.dll");
            var woven = Path.Combine(folder.FullName, "woven", $"{name}.dll");
            Strip(Paths.Single(p => Path.GetFileNameWithoutExtension(p) == name), plain);
            Weaver.Weave(plain, woven, Paths);
            return new(name, File.ReadAllBytes(plain), File.ReadAllBytes(woven));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static void Strip(string from, string to)
    {
        using var resolver = new DefaultAssemblyResolver();
        foreach (var folder in Paths.Select(Path.GetDirectoryName).Distinct())
            resolver.AddSearchDirectory(folder);
        using var module = ModuleDefinition.ReadModule(
            from, new ReaderParameters { AssemblyResolver = resolver });
        module.Architecture = TargetArchitecture.I386;
        module.Attributes = (module.Attributes | ModuleAttributes.ILOnly) & ~machineCode;
        module.Write(to);
    }

    /// <summary>Where the named libraries are the given ones, and all others as everywhere.</summary>
    public sealed class Shelf(IReadOnlyDictionary<string, byte[]> images) : AssemblyLoadContext("shelf")
    {
        protected override Assembly? Load(AssemblyName name) =>
            images.TryGetValue(name.Name!, out var image)
                ? LoadFromStream(new MemoryStream(image))
                : null;

        public Assembly Get(string name) => LoadFromAssemblyName(new(name));
    }
}
