using Microsoft.CodeAnalysis;

namespace Judging.Mutants.Operators;

/// <summary>
/// One way to break a program in one place. Most are from Bradbury, Cordy and Dingel, "Mutation
/// Operators for Concurrent Java (J2SE 5.0)", Mutation 2006, whose short names are cited; the
/// ordinary ones are those of Stryker.NET.
/// </summary>
/// <param name="Name">What it does, for the table: "remove a lock".</param>
/// <param name="Edits">
/// The places where it applies, each with what comes in its stead. The replacement need not compile:
/// what doesn't is no mutant.
/// </param>
sealed record MutationOperator(
    string Name, Func<SyntaxNode, SemanticModel, IEnumerable<Edit>> Edits)
{
    internal static IReadOnlyList<MutationOperator> All { get; } =
    [
        .. Locks.All, .. Signals.All, .. Atomics.All, .. Awaiting.All, .. Handlers.All,
        .. Ordinary.All,
    ];

    /// <summary>An operator that looks at each node of one kind by itself.</summary>
    internal static MutationOperator On<T>(string name, Func<T, IEnumerable<SyntaxNode>> replacements)
        where T : SyntaxNode =>
        new(name, (root, _) => root.DescendantNodes().OfType<T>()
            .SelectMany(node => replacements(node).Select(to => new Edit(node, to))));

    /// <summary>The same, where the types matter.</summary>
    internal static MutationOperator On<T>(
        string name, Func<T, SemanticModel, IEnumerable<SyntaxNode>> replacements)
        where T : SyntaxNode =>
        new(name, (root, model) => root.DescendantNodes().OfType<T>()
            .SelectMany(node => replacements(node, model).Select(to => new Edit(node, to))));
}

/// <summary>A node of a program, and what replaces it.</summary>
sealed record Edit(SyntaxNode From, SyntaxNode To);
