using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Verification;

/// <summary>
/// Whether the methods of an assembly are verifiable code: the types of what is on the stack, on
/// every path, the blocks of exception handlers, and who may see what.
/// </summary>
public sealed class Verifier
{
    readonly ModuleDefinition module;

    Verifier(ModuleDefinition module) => this.module = module;

    /// <param name="dll">The assembly.</param>
    /// <param name="referencePaths">What it refers to; the framework's own come last.</param>
    public static Report Verify(byte[] dll, IEnumerable<string> referencePaths)
    {
        using var references = new References(referencePaths);
        using var module = ModuleDefinition.ReadModule(new MemoryStream(dll),
            new ReaderParameters { AssemblyResolver = references });
        return new Verifier(module).Run();
    }

    Report Run()
    {
        var casts = new Casts();
        var findings = new List<Finding>();
        var count = 0;
        foreach (var type in module.GetAllTypes())
            for (var i = 0; i < type.Methods.Count; i++)
                if (type.Methods[i] is { HasBody: true, Body.Instructions.Count: > 0 } method)
                {
                    count++;
                    findings.AddRange(MethodVerifier.Verify(method, casts).Select(found =>
                        new Finding(type.FullName, i, method.Name, found.Rule, found.Text)));
                }
        return new(count, findings);
    }

}
