using Mono.Cecil;

namespace Weaving;

/// <summary>
/// LINQ over async streams: the framework's own operators, woven, so that their awaits are the
/// explorer's. The copy has names of its own, and woven code refers to it in place of the original;
/// all else keeps the original.
/// </summary>
static class AsyncQueries
{
    const string Original = "System.Linq.AsyncEnumerable";
    const string Copy = "Explorer.AsyncQueries";
    const string OriginalNamespace = "System.Linq";
    const string CopyNamespace = "Interleavings.AsyncQueries";

    /// <summary>The framework's assembly, of the runtime that weaves.</summary>
    public static string OriginalPath => Path.Combine(
        Path.GetDirectoryName(typeof(object).Assembly.Location)!, $"{Original}.dll");

    /// <summary>
    /// Gives the framework's assembly the names of the copy. This comes last, because Cecil finds
    /// types by their names.
    /// </summary>
    public static void Rename(ModuleDefinition module)
    {
        module.Name = $"{Copy}.dll";
        module.Assembly.Name.Name = Copy;
        module.Assembly.Name.PublicKey = [];
        module.Assembly.Name.HasPublicKey = false;
        // The copy has no code compiled ahead of time: only IL is written.
        module.Attributes = ModuleAttributes.ILOnly;
        module.Architecture = TargetArchitecture.I386;
        foreach (var type in module.Types.Where(t => t.Namespace == OriginalNamespace))
            type.Namespace = CopyNamespace;
    }

    /// <summary>Lets a module refer to the copy, if its project has it.</summary>
    public static void Redirect(ModuleDefinition module, References references)
    {
        var original = module.AssemblyReferences.FirstOrDefault(r => r.Name == Original);
        if (original is null || !references.Includes(Copy))
            return;
        foreach (var type in module.GetTypeReferences()
            .Where(t => t.Scope == original && !t.IsNested))
            type.Namespace = CopyNamespace;
        original.Name = Copy;
        original.PublicKeyToken = [];
    }
}
