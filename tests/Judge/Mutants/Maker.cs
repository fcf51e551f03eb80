using Judging.Dojo;
using Judging.Mutants.Operators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Judging.Mutants;

/// <summary>
/// Makes the mutants of an answer. One counts if it compiles, and its code differs from the answer's
/// and from that of each mutant before it.
/// </summary>
static class Maker
{
    internal static IEnumerable<Mutant> Of(Origin origin)
    {
        var compilation = Compiler.For(origin);
        var tree = compilation.Own;
        var root = tree.GetRoot();
        var model = compilation.Model;
        var seen = new HashSet<string> { compilation.CodeOf(origin.Text)! };
        foreach (var mutation in MutationOperator.All)
        {
            foreach (var edit in mutation.Edits(root, model))
            {
                // As text: what no tree of the language can hold, the compiler turns down.
                var (from, to) = (edit.From.Span, edit.To.WithoutTrivia().NormalizeWhitespace());
                var text = origin.Text[..from.Start] + to.ToFullString() + origin.Text[from.End..];
                if (compilation.CodeOf(text) is not { } code || !seen.Add(code)) continue;
                yield return new(origin.Kata, origin.Name, mutation.Name,
                    edit.From.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                    OneLine(edit.From), OneLine(edit.To), origin.File, text);
            }
        }
    }

    static string OneLine(SyntaxNode node)
    {
        var text = string.Join(' ', node.WithoutTrivia().NormalizeWhitespace(" ", " ").ToFullString()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text == "" ? "nothing" : text;
    }
}
