using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Judging.Mutants;

/// <summary>Compiles the files of one kata, to see whether a mutant is a program, and a new one.</summary>
sealed class Compiler
{
    readonly CSharpCompilation compilation;

    Compiler(CSharpCompilation compilation, SyntaxTree own) =>
        (this.compilation, Own) = (compilation, own);

    /// <summary>The answer itself.</summary>
    internal SyntaxTree Own { get; }

    internal SemanticModel Model => compilation.GetSemanticModel(Own);

    internal static Compiler For(Origin origin)
    {
        var files = new Dictionary<string, string> { [origin.File] = origin.Text };
        var compilation = Compilation.ForComparison(new(origin.Kata, files));
        return new(compilation, compilation.SyntaxTrees.Single(
            t => t.FilePath == $"{origin.Kata}/{origin.File}"));
    }

    /// <summary>
    /// What the code does, without names of lines and files; null if it doesn't compile. Optimized, so
    /// that what makes no difference to the compiler makes none here.
    /// </summary>
    internal string? CodeOf(string text)
    {
        var changed = compilation.ReplaceSyntaxTree(Own, Compilation.Tree(text, Own.FilePath));
        using var dll = new MemoryStream();
        // No symbols at all: their checksum would tell two texts apart.
        var result = changed.Emit(dll, options: new EmitOptions());
        return result.Success ? Convert.ToHexString(SHA256.HashData(dll.ToArray())) : null;
    }
}
