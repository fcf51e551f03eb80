using System.Reflection;
using System.Runtime.Loader;
using Interleavings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

/// <summary>A piece of C#, compiled and woven in memory.</summary>
sealed class Snippet
{
    public const string Path = "Snippet.cs";

    // Made when first needed: this assembly is woven, and its statics are reset for each execution.
    static string[]? framework;
    static MetadataReference[]? references;

    static string[] Framework => framework ??=
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator);

    static MetadataReference[] References => references ??=
        [.. Framework.Select(path => MetadataReference.CreateFromFile(path))];

    Snippet(WovenImage plain, WovenImage woven) => (Plain, Woven) = (plain, woven);

    public WovenImage Plain { get; }

    public WovenImage Woven { get; }

    public static Snippet Weave(string source, OptimizationLevel level)
    {
        var plain = Compile(source, level);
        return new(plain, Weaver.Weave(plain.Dll, plain.Pdb, Framework));
    }

    /// <summary>
    /// The hooks and models that a member calls, in order: "Read count", "Refuse ...". Without
    /// names, entries, the checks of receivers and the frames of library calls.
    /// </summary>
    public string[] Hooks(string member)
    {
        return [.. Methods(Woven).Where(m => m.Name == member)
            .SelectMany(m => m.Body.Instructions)
            .Select(Hooked).OfType<string>()
            .Where(hook => !Housekeeping.Any(hook.StartsWith))];
    }

    static string[] Housekeeping { get; } =
    [
        "Enter", "Name", "Allocated", "Receiver", "Loop", "IsAsBefore",
        "ChangesUnseen", "LibraryCall", "LibraryReturn", "Leave", "MakesArray", "MakesString",
        "MadeString", "CallsOutside",
    ];

    /// <summary>All of them, with names, entries and rounds of loops.</summary>
    public string[] AllHooks(string member) =>
        [.. Methods(Woven).Where(m => m.Name == member)
            .SelectMany(m => m.Body.Instructions).Select(Hooked).OfType<string>()];

    public Site[] Sites(string member) => [.. Methods(Woven).Where(m => m.Name == member)
        .SelectMany(m => m.Body.Instructions)
        .Where(i => i.OpCode.Code == Code.Ldstr && ((string)i.Operand).Contains('\t'))
        .Select(i => Site.Parse((string)i.Operand))];

    public static MethodDefinition[] Methods(WovenImage image)
    {
        var module = ModuleDefinition.ReadModule(new MemoryStream(image.Dll), new ReaderParameters
        {
            ReadSymbols = true,
            SymbolReaderProvider = new PortablePdbReaderProvider(),
            SymbolStream = new MemoryStream(image.Pdb),
        });
        return [.. module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody)];
    }

    /// <summary>The result of <c>Program.Run()</c>, as compiled or as woven.</summary>
    public static object? Run(WovenImage image)
    {
        // Not collectible: the collector has taken types of such contexts while they were in use.
        var context = new AssemblyLoadContext(null);
        var assembly = context.LoadFromStream(
            new MemoryStream(image.Dll), new MemoryStream(image.Pdb));
        var run = assembly.GetType("Program", throwOnError: true)!.GetMethod("Run")!;
        return run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    static string? Hooked(Instruction instruction)
    {
        if (instruction.OpCode.Code != Code.Call
            || instruction.Operand is not MethodReference called
            || !called.DeclaringType.FullName.StartsWith("Interleavings."))
            return null;
        var name = called.DeclaringType.Name == "Hook"
            ? called.Name
            : $"{called.DeclaringType.Name}.{called.Name}";
        var site = instruction.Previous;
        if (site?.OpCode.Code != Code.Ldstr)
            return name;
        var about = name == "Refuse"
            ? (string)site.Previous.Operand
            : Site.Parse((string)site.Operand).Target;
        return about.Length == 0 ? name : $"{name} {about}";
    }

    static WovenImage Compile(string source, OptimizationLevel level)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level, allowUnsafe: true,
            deterministic: true, nullableContextOptions: NullableContextOptions.Annotations);
        var text = SourceText.From(usings + source, System.Text.Encoding.UTF8);
        var tree = CSharpSyntaxTree.ParseText(text, new(LanguageVersion.CSharp14), Path);
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = CSharpCompilation.Create("Snippet", [tree], References, options)
            .Emit(dll, pdb, options: new(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? new(dll.ToArray(), pdb.ToArray())
            : throw new ArgumentException(string.Join('\n', result.Diagnostics));
    }

    // One line, so that a snippet's own first line is line 2.
    const string usings = "using System; using System.Collections.Generic; using System.Linq; "
        + "using System.Text; using System.Threading; using System.Threading.Tasks; "
        + "using System.Runtime.CompilerServices; using System.Collections.Concurrent;\n";
}
