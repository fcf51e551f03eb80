using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Soundness.Programs;
using Weaving;

namespace Soundness.Sources;

/// <summary>Programs that are compiled together: woven, and with gates to run for real.</summary>
sealed class Batch
{
    const string usings = """
        global using System; global using System.Collections.Generic; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    static readonly string[] paths =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    static readonly MetadataReference[] references =
        [.. paths.Select(path => MetadataReference.CreateFromFile(path))];

    readonly Assembly woven;

    /// <summary>Where only the oracle is asked, nothing runs for real.</summary>
    readonly Lazy<Assembly> real;

    public Batch(IReadOnlyList<FuzzProgram> programs)
    {
        var named = programs.Select((program, i) => (Program: program, Name: Name(i))).ToList();
        var (dll, pdb) = Compile("Woven",
            named.Select(p => (p.Name, Printer.Woven(p.Program, p.Name))));
        var image = Weaver.Weave(dll, pdb, paths);
        woven = Load((image.Dll, image.Pdb));
        real = new(() => Load(Compile("Real",
            named.Select(p => (p.Name, Printer.Real(p.Program, p.Name))))));
    }

    static string Name(int index) => $"Program{index}";

    /// <param name="method">"Run", or "Checked" with results that are forbidden.</param>
    public MethodInfo Woven(int index, string method = "Run") =>
        woven.GetType(Name(index), throwOnError: true)!.GetMethod(method)!;

    /// <summary>With statics of its own, for each argument.</summary>
    public MethodInfo Real(int index, Type run) =>
        real.Value.GetType(Name(index) + "`1", throwOnError: true)!
            .MakeGenericType(run).GetMethod("Run")!;

    static Assembly Load((byte[] Dll, byte[] Pdb) image) =>
        new Context().LoadFromStream(new MemoryStream(image.Dll), new MemoryStream(image.Pdb));

    /// <summary>
    /// Has the engine of this code. Not collectible, though there are many programs: in .NET 10.0.12
    /// the collector took types of such a context while their code was running, after some 500
    /// programs (typeof gave an object that had been freed, and the process ended).
    /// </summary>
    sealed class Context() : AssemblyLoadContext("batch")
    {
        protected override Assembly? Load(AssemblyName name) =>
            GetLoadContext(typeof(Batch).Assembly) is { } own && own != Default
                ? own.LoadFromAssemblyName(name) : null;
    }

    static (byte[] Dll, byte[] Pdb) Compile(
        string name, IEnumerable<(string Name, string Text)> sources)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
            deterministic: true, concurrentBuild: false);
        var trees = sources.Select(source => Tree(source.Text, $"{source.Name}.cs"))
            .Prepend(Tree(usings, "Usings.cs"));
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = CSharpCompilation.Create(name, trees, references, options)
            .Emit(dll, pdb,
                options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? (dll.ToArray(), pdb.ToArray())
            : throw new ArgumentException(string.Join('\n',
                result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
    }

    static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(
        Microsoft.CodeAnalysis.Text.SourceText.From(text, System.Text.Encoding.UTF8),
        new(LanguageVersion.CSharp14), path);
}
