using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Weaving;

/// <summary><c>[assembly: AssemblyMetadata("Woven", "1")]</c>: tells woven assemblies from others.</summary>
static class WovenMark
{
    const string Key = "Woven";

    public static bool IsOn(AssemblyDefinition assembly) => assembly.CustomAttributes.Any(a =>
        a.AttributeType.Name == "AssemblyMetadataAttribute"
        && a.ConstructorArguments is [{ Value: Key }, _]);

    public static void Put(ModuleDefinition module)
    {
        var types = module.TypeSystem;
        var attribute = new TypeReference(
            "System.Reflection", "AssemblyMetadataAttribute", module, types.CoreLibrary);
        var constructor = new MethodReference(".ctor", types.Void, attribute) { HasThis = true };
        constructor.Parameters.Add(new(types.String));
        constructor.Parameters.Add(new(types.String));
        module.Assembly.CustomAttributes.Add(new(constructor)
        {
            ConstructorArguments = { new(types.String, Key), new(types.String, "1") },
        });
    }
}
