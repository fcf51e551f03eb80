using Interleavings.Hooks;
using Mono.Cecil;

namespace Weaving.Control;

/// <summary>
/// Code in assemblies that are neither woven nor known. The explorer doesn't see the variables that
/// it shares, or the threads that it starts, so an execution that gets there proves nothing.
/// </summary>
sealed class ForeignCode(ModuleWeave module, AssemblyDefinition explorer, Settings settings)
{
    readonly Dictionary<AssemblyDefinition, bool> foreign = [];

    /// <summary>The name of the foreign assembly of a member; null if it isn't foreign.</summary>
    public string? HomeOf(MethodReference called) =>
        HomeOf(called.DeclaringType) is { } home && !called.DeclaringType.IsDelegate()
            ? home
            : null;

    /// <summary>The same of a type.</summary>
    public string? HomeOf(TypeReference type)
    {
        var element = type.GetElementType();
        if (type is ArrayType or FunctionPointerType || element is GenericParameter
            || module.IsWoven(element))
            return null;
        var home = element.Definition().Module.Assembly;
        if (!foreign.TryGetValue(home, out var isForeign))
            foreign[home] = isForeign = home != explorer
                && !settings.Known.Contains(home.Name.Name, StringComparer.OrdinalIgnoreCase)
                && !KnownAssemblies.Includes(home.Name.Name, home.Name.PublicKeyToken);
        return isForeign ? home.Name.Name : null;
    }

    /// <summary>The value of <c>WeaveReferences</c> that weaves this assembly as well.</summary>
    public string ToWeave(string home) => string.Join(';', settings.Woven.Prepend(home));
}
