using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Judging.Mutants.Operators.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Judging.Mutants.Operators;

/// <summary>Handlers that run too seldom, or catch too much or too little.</summary>
static class Handlers
{
    internal static IReadOnlyList<MutationOperator> All { get; } =
    [
        // RFU, remove finally around unlock.
        MutationOperator.On<TryStatementSyntax>("unwrap a finally", t =>
            t.Finally is { } last
                ? [Body([Unwrapped(t), .. last.Block.Statements])] : []),
        MutationOperator.On<TryStatementSyntax>("remove a finally", t =>
            t.Finally is null ? [] : [Unwrapped(t)]),
        MutationOperator.On<TryStatementSyntax>("remove a catch", t => t.Catches.Select(SyntaxNode (c) =>
            t.Catches.Count == 1 && t.Finally is null ? t.Block : t.RemoveNode(c, SyntaxRemoveOptions.KeepNoTrivia)!)),
        MutationOperator.On<CatchClauseSyntax>("catch less", c =>
            c.Declaration?.Type.ToString() is "InvalidOperationException" ? []
                : Of(c, "InvalidOperationException")),
        MutationOperator.On<CatchClauseSyntax>("catch more", c =>
            c.Declaration is null || c.Declaration.Type.ToString() == "Exception" ? []
                : Of(c, "Exception")),
        MutationOperator.On<CatchClauseSyntax>("catch whatever the filter says", c =>
            c.Filter is null ? [] : [c.WithFilter(null)]),
        MutationOperator.On<CatchClauseSyntax>("swallow an exception", c =>
            c.Block.Statements.Count == 0 ? [] : [c.WithBlock(Block())]),
        MutationOperator.On<UsingStatementSyntax>("remove a using", u =>
            u.Declaration is { } declaration
                ? [Body([LocalDeclarationStatement(declaration), .. Statements(u.Statement)])]
                : [u.Statement]),
        MutationOperator.On<LocalDeclarationStatementSyntax>("remove a using", l =>
            l.UsingKeyword == default ? [] : [l.WithUsingKeyword(default).WithAwaitKeyword(default)]),
    ];

    static StatementSyntax Unwrapped(TryStatementSyntax it) =>
        it.Catches.Count == 0 ? it.Block : it.WithFinally(null);

    static IEnumerable<SyntaxNode> Of(CatchClauseSyntax it, string type) =>
    [
        it.WithDeclaration(
            (it.Declaration ?? CatchDeclaration(IdentifierName("Exception")))
                .WithType(IdentifierName(type).WithTrailingTrivia(Space))),
    ];
}
