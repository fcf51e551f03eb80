using Mono.Cecil;

namespace Weaving.Control;

/// <summary>
/// Types that can't be kept: every use in the module becomes a use of the explorer's stand-in. All
/// uses share one reference in metadata, so that is what is changed.
/// </summary>
sealed class Replacements
{
    readonly ModuleDefinition module;
    readonly Dictionary<string, TypeReference> standIns = [];
    readonly Dictionary<string, string> originals = [];

    public Replacements(ModuleDefinition module, ModuleDefinition explorer)
    {
        this.module = module;
        foreach (var type in explorer.Types)
            foreach (var attribute in type.CustomAttributes)
                if (attribute.AttributeType.Name == "ReplacesAttribute")
                {
                    var original = (string)attribute.ConstructorArguments[0].Value;
                    standIns[original] = module.ImportReference(type);
                    originals[type.FullName] = original;
                }
    }

    public bool Includes(TypeReference type) => originals.ContainsKey(type.GetElementType().FullName);

    /// <summary>The name that models know the type by.</summary>
    public string OriginalName(string fullName) => originals.GetValueOrDefault(fullName, fullName);

    /// <summary>Whether a stand-in takes the place of a type with this name.</summary>
    public bool Replaces(string fullName) => standIns.ContainsKey(fullName);

    public void Apply()
    {
        // All names first: one that is nested in another changes its own with the other's.
        var replaced = module.GetTypeReferences()
            .Where(reference => standIns.ContainsKey(reference.FullName))
            .Select(reference => (Reference: reference, StandIn: standIns[reference.FullName]))
            .ToList();
        foreach (var (reference, standIn) in replaced)
        {
            reference.DeclaringType = null;
            reference.Namespace = standIn.Namespace;
            reference.Name = standIn.Name;
            reference.Scope = standIn.Scope;
            reference.IsValueType = standIn.IsValueType;
        }
    }
}
