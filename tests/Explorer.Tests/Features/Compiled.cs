using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Weaving;

namespace Interleavings.Tests.Features;

/// <summary>C# files, compiled together as a project of the SDK would be.</summary>
static class Compiled
{
    const string implicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO;
        global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        """;

    public static string[] Framework => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator);

    public static string Folder(string name) =>
        Path.Combine(AppContext.BaseDirectory, Path.Combine(name.Split('/')));

    public static WovenImage Of(IEnumerable<string> files, OptimizationLevel level) =>
        Of(files.Select(path => (Path.GetFileName(path), File.ReadAllText(path))), level);

    public static WovenImage Of(
        IEnumerable<(string Name, string Text)> sources, OptimizationLevel level)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level, allowUnsafe: true,
            deterministic: true, nullableContextOptions: NullableContextOptions.Enable);
        var trees = sources.Select(source => Tree(source.Text, source.Name))
            .Prepend(Tree(implicitUsings, "ImplicitUsings.cs"));
        var references = Framework.Select(path => MetadataReference.CreateFromFile(path));
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = CSharpCompilation.Create("Cases", trees, references, options)
            .Emit(dll, pdb, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? new(dll.ToArray(), pdb.ToArray())
            : throw new ArgumentException(string.Join('\n', Errors(result.Diagnostics)));
    }

    static IEnumerable<Diagnostic> Errors(ImmutableArray<Diagnostic> all) =>
        all.Where(d => d.Severity == DiagnosticSeverity.Error);

    static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(
        SourceText.From(text, System.Text.Encoding.UTF8), new(LanguageVersion.CSharp14), path);
}
