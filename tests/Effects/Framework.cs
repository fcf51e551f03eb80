using Mono.Cecil;

namespace Effects;

/// <summary>The assemblies of the runtime that runs this, and who overrides what in them.</summary>
sealed class Framework : IAssemblyResolver
{
    readonly Dictionary<string, AssemblyDefinition> read = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, List<MethodDefinition>> overrides = [];

    public static string Folder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static string Version => Environment.Version.ToString();

    public IReadOnlyList<AssemblyDefinition> Load(IEnumerable<string> names)
    {
        var all = names.Select(n => Resolve(new(n, null))).ToList();
        foreach (var type in all.SelectMany(a => a.MainModule.GetTypes()).Where(t => t.IsClass || t.IsValueType))
            foreach (var method in type.Methods.Where(m => m.IsVirtual && !m.IsAbstract))
                foreach (var slot in SlotsOf(method))
                {
                    if (!overrides.TryGetValue(slot, out var list))
                        overrides[slot] = list = [];
                    list.Add(method);
                }
        return all;
    }

    /// <summary>All methods that a virtual call may reach, as far as these assemblies have them.</summary>
    public IReadOnlyList<MethodDefinition> Targets(MethodDefinition called)
    {
        if (!called.IsVirtual || called.IsFinal || called.DeclaringType.IsSealed)
            return [called];
        List<MethodDefinition> targets = [];
        if (!called.IsAbstract && called.HasBody)
            targets.Add(called);
        if (overrides.TryGetValue(Key(called), out var list))
            targets.AddRange(list);
        return targets;
    }

    /// <summary>The methods that it overrides or implements, by name and number of parameters.</summary>
    static IEnumerable<string> SlotsOf(MethodDefinition method)
    {
        foreach (var o in method.Overrides)
            if (Try(o) is { } slot)
                yield return Key(slot);
        if (method.HasOverrides)
            yield break;
        for (var type = Base(method.DeclaringType); type is not null; type = Base(type))
            if (!method.IsNewSlot && type.Methods.FirstOrDefault(m => m.IsVirtual && IsLike(m, method)) is { } overridden)
                yield return Key(overridden);
        foreach (var face in FacesOf(method.DeclaringType))
            if (face.Methods.FirstOrDefault(m => IsLike(m, method)) is { } implemented)
                yield return Key(implemented);
    }

    static IEnumerable<TypeDefinition> FacesOf(TypeDefinition type) =>
        type.Interfaces.Select(i => Try(i.InterfaceType)).OfType<TypeDefinition>();

    static bool IsLike(MethodDefinition a, MethodDefinition b) =>
        a.Name == b.Name && a.Parameters.Count == b.Parameters.Count
        && a.Parameters.Zip(b.Parameters).All(p => p.First.ParameterType is GenericParameter
            || p.First.ParameterType.Name == p.Second.ParameterType.Name);

    static string Key(MethodDefinition method) => method.FullName;

    static TypeDefinition? Base(TypeDefinition type) => type.BaseType is { } b ? Try(b) : null;

    public static MethodDefinition? Try(MethodReference reference)
    {
        try { return reference.Resolve(); }
        catch (AssemblyResolutionException) { return null; }
    }

    public static TypeDefinition? Try(TypeReference reference)
    {
        try { return reference.Resolve(); }
        catch (AssemblyResolutionException) { return null; }
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name)
    {
        if (read.TryGetValue(name.Name, out var known))
            return known;
        var path = Path.Combine(Folder, $"{name.Name}.dll");
        if (!File.Exists(path))
            throw new AssemblyResolutionException(name);
        return read[name.Name] = AssemblyDefinition.ReadAssembly(path, new() { AssemblyResolver = this });
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        foreach (var assembly in read.Values)
            assembly.Dispose();
    }
}
