// uses: Microsoft.CodeAnalysis, Microsoft.CodeAnalysis.CSharp
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

public static class Job
{
    /// <summary>A woven compiler compiles.</summary>
    public static string Run()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Features", "Cases");
        var trees = Directory.GetFiles(folder, "*.cs").Order()
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)))
            .Prepend(("Usings.cs", """
                global using System; global using System.Collections.Generic; global using System.IO;
                global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
                """))
            .Select(f => CSharpSyntaxTree.ParseText(f.Item2, new(LanguageVersion.CSharp14), f.Item1));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true,
            allowUnsafe: true, usings: ["System"], nullableContextOptions: NullableContextOptions.Enable);
        using var to = new MemoryStream();
        var result = CSharpCompilation.Create("Compiled", trees, references, options).Emit(to);
        var said = result.Diagnostics.Select(d => $"{d}").Order(StringComparer.Ordinal);
        return $"{result.Success} {Convert.ToHexString(SHA256.HashData(to.ToArray()))} {string.Join('\n', said)}";
    }
}
