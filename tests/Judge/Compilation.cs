using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Judging;

/// <summary>An attempt as an assembly Katas, compiled as the learner's project would.</summary>
sealed record Compilation(IReadOnlyList<string> Errors, byte[] Dll, byte[] Pdb)
{
    static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    /// <summary>What the SDK's ImplicitUsings add.</summary>
    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The framework's own assemblies, which is all that a kata refers to.</summary>
    internal static IReadOnlyList<string> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path)
                == Path.GetDirectoryName(typeof(object).Assembly.Location)),
    ];

    static readonly MetadataReference[] Metadata = [.. Read(References)];

    static readonly CSharpCompilationOptions Library = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    internal static Compilation Of(Attempt attempt, string solutions) =>
        Of(Trees(attempt, solutions), Metadata, Library);

    /// <param name="files">The path of each file, and its text; with pointers, if they like.</param>
    internal static Compilation Of(
        IEnumerable<(string Path, string Text)> files, IEnumerable<string> references) =>
        Of([Tree(ImplicitUsings, "ImplicitUsings.cs"), .. files.Select(f => Tree(f.Text, f.Path))],
            Read(references), Library.WithAllowUnsafe(true));

    /// <summary>The files of one kata alone, optimized: what two of them have in common, they do alike.</summary>
    internal static CSharpCompilation ForComparison(Attempt attempt) => CSharpCompilation.Create(
        "Katas", Trees(attempt, Dojo.Course.Solutions, attempt.Kata), Metadata,
        Library.WithOptimizationLevel(OptimizationLevel.Release).WithDeterministic(true));

    static Compilation Of(
        IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references,
        CSharpCompilationOptions options)
    {
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = CSharpCompilation.Create("Katas", trees, references, options)
            .Emit(dll, pdb, options: new EmitOptions(
                debugInformationFormat: DebugInformationFormat.PortablePdb));
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
        return new([.. errors.Select(e => e.ToString())], dll.ToArray(), pdb.ToArray());
    }

    static IEnumerable<MetadataReference> Read(IEnumerable<string> paths) =>
        paths.Select(path => MetadataReference.CreateFromFile(path));

    /// <param name="katas">The names of the folders that are compiled.</param>
    static IEnumerable<SyntaxTree> Trees(Attempt attempt, string solutions, string katas = "??-*")
    {
        var replaced = attempt.Files.Keys
            .Select(name => Path.Combine(solutions, attempt.Kata, name)).ToHashSet();
        var given = Sources(solutions, katas).Where(path => !replaced.Contains(path));
        return
        [
            Tree(ImplicitUsings, "ImplicitUsings.cs"),
            .. given.Select(path => Tree(File.ReadAllText(path), path)),
            .. attempt.Files.Select(file => Tree(file.Value, $"{attempt.Kata}/{file.Key}")),
        ];
    }

    static IEnumerable<string> Sources(string solutions, string katas) =>
        from kata in Directory.EnumerateDirectories(solutions, katas)
        from path in Directory.EnumerateFiles(kata, "*.cs", SearchOption.AllDirectories)
        orderby path
        select path;

    internal static SyntaxTree Tree(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Language, path);
}
