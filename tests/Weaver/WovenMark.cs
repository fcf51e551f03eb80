using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Weaving;

/// <summary>
/// <c>[assembly: AssemblyMetadata("Woven", "1")]</c>: tells woven assemblies from others. One more of
/// them for each reference that the project vouches for, because the explorer meets its objects.
/// </summary>
static class WovenMark
{
    const string Key = "Woven";
    const string KnownKey = "KnownReference";

    public static bool IsOn(AssemblyDefinition assembly) => assembly.CustomAttributes.Any(a =>
        a.AttributeType.Name == "AssemblyMetadataAttribute"
        && a.ConstructorArguments is [{ Value: Key }, _]);

    public static void Put(ModuleDefinition module, Settings settings)
    {
        var types = module.TypeSystem;
        var attribute = new TypeReference(
            "System.Reflection", "AssemblyMetadataAttribute", module, types.CoreLibrary);
        var constructor = new MethodReference(".ctor", types.Void, attribute) { HasThis = true };
        constructor.Parameters.Add(new(types.String));
        constructor.Parameters.Add(new(types.String));
        foreach (var (key, value) in settings.Known.Select(k => (KnownKey, k)).Prepend((Key, "1")))
            module.Assembly.CustomAttributes.Add(new(constructor)
            {
                ConstructorArguments = { new(types.String, key), new(types.String, value) },
            });
    }
}
