using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Judging.Mutants.Operators.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Judging.Mutants.Operators;

/// <summary>Accesses that are atomic, or ordered, and become plain.</summary>
static class Atomics
{
    internal static IReadOnlyList<MutationOperator> All { get; } =
    [
        // RVK, remove volatile keyword.
        MutationOperator.On<FieldDeclarationSyntax>("remove volatile", f =>
            f.Modifiers.Any(SyntaxKind.VolatileKeyword)
                ? [f.WithModifiers(Without(f.Modifiers, SyntaxKind.VolatileKeyword))] : []),
        // RFU and the like: a call that is atomic becomes a plain access.
        MutationOperator.On<InvocationExpressionSyntax>("access plainly", Plain),
        // STAT, add static keyword: state of each object becomes state of all.
        MutationOperator.On<FieldDeclarationSyntax>("make a field static", f =>
            f.Modifiers.Any(SyntaxKind.StaticKeyword) || f.Modifiers.Any(SyntaxKind.ConstKeyword)
                ? [] : [f.AddModifiers(Token(SyntaxKind.StaticKeyword))]),
        MutationOperator.On<FieldDeclarationSyntax>("keep a static for each object", f =>
            f.Modifiers.Any(SyntaxKind.StaticKeyword)
                ? [f.WithModifiers(Without(f.Modifiers, SyntaxKind.StaticKeyword))] : []),
    ];

    static SyntaxTokenList Without(SyntaxTokenList modifiers, SyntaxKind kind) =>
        TokenList(modifiers.Where(m => !m.IsKind(kind)));

    static IEnumerable<SyntaxNode> Plain(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count == 0) yield break;
        var variable = arguments[0].Expression;
        var plain = call switch
        {
            _ when IsCallOf(call, "Volatile", "Read") || IsCallOf(call, "Interlocked", "Read") =>
                $"{variable}",
            _ when IsCallOf(call, "Volatile", "Write") => $"{variable} = {arguments[1]}",
            _ when IsCallOf(call, "Interlocked", "Increment") => $"++{variable}",
            _ when IsCallOf(call, "Interlocked", "Decrement") => $"--{variable}",
            _ when IsCallOf(call, "Interlocked", "Add") => $"{variable} += {arguments[1]}",
            _ when IsCallOf(call, "Interlocked", "Exchange") => $"{variable} = {arguments[1]}",
            _ when IsCallOf(call, "Interlocked", "CompareExchange") =>
                $"{variable} == {arguments[2]} ? {variable} = {arguments[1]} : {variable}",
            _ => null,
        };
        if (plain is null) yield break;
        // As a statement it must be an assignment or the like, without parentheses.
        yield return call.Parent is ExpressionStatementSyntax
            ? ParseExpression(plain) : Expression(plain);
    }
}
