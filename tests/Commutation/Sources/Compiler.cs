using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Commutation.Sources;

/// <summary>Compiles sources in memory.</summary>
static class Compiler
{
    static readonly CSharpCompilationOptions options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
        deterministic: true, concurrentBuild: false, nullableContextOptions:
        NullableContextOptions.Disable, allowUnsafe: false);

    /// <summary>The framework that runs this.</summary>
    public static string[] Paths { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    static readonly MetadataReference[] references =
        [.. Paths.Select(path => MetadataReference.CreateFromFile(path))];

    /// <returns>The errors, by file and line (from 0); none where it compiles.</returns>
    public static IReadOnlyList<(string File, int Line, string Text)> Compile(
        string name, IEnumerable<(string Name, string Text)> sources,
        out (byte[] Dll, byte[] Pdb) image)
    {
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = CSharpCompilation
            .Create(name, sources.Select(s => Tree(s.Text, s.Name)), references, options)
            .Emit(dll, pdb,
                options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        image = (dll.ToArray(), pdb.ToArray());
        return [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => (d.Location.GetLineSpan().Path,
                d.Location.GetLineSpan().StartLinePosition.Line, d.ToString()))];
    }

    static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(
        SourceText.From(text, System.Text.Encoding.UTF8), new(LanguageVersion.CSharp14), path);
}
