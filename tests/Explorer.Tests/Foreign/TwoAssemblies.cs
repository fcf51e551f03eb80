using System.Reflection;
using System.Runtime.Loader;
using Interleavings.Tests.Features;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Weaving;

namespace Interleavings.Tests.Foreign;

/// <summary>A woven program, and the library that it calls: woven as well, or not.</summary>
sealed class TwoAssemblies : AssemblyLoadContext
{
    readonly Assembly program;

    /// <param name="source">The members of a static class.</param>
    /// <param name="library">The name of the library's assembly.</param>
    public TwoAssemblies(string source, bool weavesLibrary = false, Settings? settings = null,
        string library = Library.Name)
    {
        var folder = Directory.CreateTempSubdirectory("foreign-");
        try
        {
            var path = Path.Combine(folder.FullName, $"{library}.dll");
            var plain = Compile(library, Library.Source, Compiled.Framework);
            var image = weavesLibrary
                ? Weaver.Weave(plain.Dll, plain.Pdb, Compiled.Framework)
                : plain;
            File.WriteAllBytes(path, image.Dll);
            string[] references = [path, .. Compiled.Framework];
            var caller = Compile("Caller", Usings + source + " }", references);
            var woven = Weaver.Weave(caller.Dll, caller.Pdb, references, settings);
            // Found by its name from here on. (An override of Load would be woven, and explored.)
            LoadFromStream(new MemoryStream(image.Dll));
            program = LoadFromStream(new MemoryStream(woven.Dll), new MemoryStream(woven.Pdb));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // One line, so that the source's own first line is line 2.
    const string Usings = "using System; using System.Collections.Generic; using System.IO; "
        + "using System.Linq; using System.Threading; using System.Threading.Tasks; using Ledgers; "
        + "public static class Caller {\n";

    public MethodInfo Method(string name) =>
        program.GetType("Caller", throwOnError: true)!.GetMethod(name)!;

    public Verdict Explore(string name = "Run") => Method(name) is { ReturnType.Name: "Task" } method
        ? Explorer.Explore(method.CreateDelegate<Func<Task>>(), woven: program)
        : Explorer.Explore(Method(name).CreateDelegate<Action>(), woven: program);

    /// <summary>Explores what <c>Prepare</c> returns, which runs outside.</summary>
    public Verdict ExplorePrepared() =>
        Explorer.Explore(Method("Prepare").CreateDelegate<Func<Action>>()(), woven: program);

    static WovenImage Compile(string name, string source, string[] references)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var tree = CSharpSyntaxTree.ParseText(source, new(LanguageVersion.CSharp14), $"{name}.cs",
            System.Text.Encoding.UTF8);
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = CSharpCompilation.Create(name, [tree],
                references.Select(path => MetadataReference.CreateFromFile(path)), options)
            .Emit(dll, pdb, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? new(dll.ToArray(), pdb.ToArray())
            : throw new ArgumentException(string.Join('\n', result.Diagnostics));
    }
}
