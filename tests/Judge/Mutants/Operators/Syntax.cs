using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Judging.Mutants.Operators;

/// <summary>What the operators have in common.</summary>
static class Syntax
{
    internal static StatementSyntax Nothing => Block();

    internal static BlockSyntax Body(IEnumerable<StatementSyntax> statements) => Block(statements);

    /// <remarks>
    /// A collection expression would become a <see cref="SyntaxList{TNode}"/>, which keeps copies: they
    /// are not found in the tree when they are replaced there.
    /// </remarks>
    internal static IEnumerable<StatementSyntax> Statements(StatementSyntax body) =>
        body is BlockSyntax block ? block.Statements : Enumerable.Repeat(body, 1);

    /// <summary>"Wait" of <c>free.Wait()</c> and of <c>Wait()</c>.</summary>
    internal static string? Called(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        MemberBindingExpressionSyntax bound => bound.Name.Identifier.Text,
        _ => null,
    };

    /// <summary>Whether it is a call of a static member: <c>Interlocked.Increment(...)</c>.</summary>
    internal static bool IsCallOf(InvocationExpressionSyntax call, string type, string member) =>
        call.Expression is MemberAccessExpressionSyntax
        {
            Name.Identifier.Text: var name, Expression: var owner,
        } && name == member && (owner as SimpleNameSyntax
            ?? (owner as MemberAccessExpressionSyntax)?.Name)?.Identifier.Text == type;

    internal static ExpressionSyntax Argument(InvocationExpressionSyntax call, int index) =>
        call.ArgumentList.Arguments[index].Expression;

    /// <summary>The same call of another member.</summary>
    internal static InvocationExpressionSyntax Renamed(InvocationExpressionSyntax call, string member) =>
        call.WithExpression(call.Expression is MemberAccessExpressionSyntax access
            ? access.WithName(IdentifierName(member))
            : IdentifierName(member));

    internal static ExpressionSyntax Parenthesized(ExpressionSyntax expression) =>
        ParenthesizedExpression(expression.WithoutTrivia());

    /// <summary>An expression from its text.</summary>
    internal static ExpressionSyntax Expression(string text) =>
        Parenthesized(ParseExpression(text));
}
