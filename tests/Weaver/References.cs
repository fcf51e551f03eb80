using Mono.Cecil;

namespace Weaving;

/// <summary>The assemblies that woven code refers to, by name; the framework's own come last.</summary>
sealed class References : IAssemblyResolver
{
    readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, AssemblyDefinition> read = new(StringComparer.OrdinalIgnoreCase);

    public References(IEnumerable<string> referencePaths)
    {
        var framework = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        foreach (var path in referencePaths.Concat(framework.Split(Path.PathSeparator)))
            if (path.Length > 0)
                paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    public bool Includes(string name) => paths.ContainsKey(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name)
    {
        if (read.TryGetValue(name.Name, out var known))
            return known;
        if (!paths.TryGetValue(name.Name, out var path))
            throw new WeaveException(
                $"'{name.Name}' is used but not among the references: add its path to them.");
        return read[name.Name] = AssemblyDefinition.ReadAssembly(
            path, new ReaderParameters { AssemblyResolver = this });
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) =>
        Resolve(name);

    public void Dispose()
    {
        foreach (var assembly in read.Values)
            assembly.Dispose();
        read.Clear();
    }
}
