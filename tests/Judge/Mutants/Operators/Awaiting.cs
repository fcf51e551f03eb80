using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Judging.Mutants.Operators.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Judging.Mutants.Operators;

/// <summary>Tasks that nobody waits for, and waits that block.</summary>
static class Awaiting
{
    internal static IReadOnlyList<MutationOperator> All { get; } =
    [
        MutationOperator.On<ExpressionStatementSyntax>("drop an await", s =>
            s.Expression is AwaitExpressionSyntax { Expression: var task }
                ? [ParseStatement($"_ = {task};")] : []),
        MutationOperator.On<AwaitExpressionSyntax>("block instead of awaiting", a =>
            [ParseExpression($"{a.Expression}.GetAwaiter().GetResult()")]),
        MutationOperator.On<InvocationExpressionSyntax>("wait for the first only", c =>
            IsCallOf(c, "Task", "WhenAll") && c.ArgumentList.Arguments.Count == 1
                ? [Expression($"{Argument(c, 0)}.First()"),
                    c.WithArgumentList(ArgumentList(SingletonSeparatedList(Argument(
                        ParseExpression($"{Argument(c, 0)}.Take(1)")))))]
                : []),
        MutationOperator.On<InvocationExpressionSyntax>("run here instead of on the pool", c =>
            IsCallOf(c, "Task", "Run") && c.ArgumentList.Arguments.Count > 0
                ? Here(Argument(c, 0)) : []),
        MutationOperator.On<InvocationExpressionSyntax>("change where to go on", c =>
            Called(c) == "ConfigureAwait" && c.Expression is MemberAccessExpressionSyntax access
                ? [access.Expression] : []),
        MutationOperator.On<AwaitExpressionSyntax>("change where to go on", a =>
            a.Expression is InvocationExpressionSyntax c && Called(c) != "ConfigureAwait"
                ? [a.WithExpression(ParseExpression($"{a.Expression}.ConfigureAwait(false)"))] : []),
        MutationOperator.On<ArgumentSyntax>("drop a token", a =>
            a.Expression is IdentifierNameSyntax { Identifier.Text: var name }
            && name.Contains("cancel", StringComparison.OrdinalIgnoreCase)
                ? [a.WithExpression(ParseExpression("CancellationToken.None"))] : []),
    ];

    /// <summary>
    /// A lambda has no type to be called by, so its expression takes its place; a method is called.
    /// </summary>
    static IEnumerable<ExpressionSyntax> Here(ExpressionSyntax work) => work switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } =>
            [body, ParseExpression($"Task.FromResult({body})")],
        LambdaExpressionSyntax => [],
        _ => [ParseExpression($"{work}()"), ParseExpression($"Task.FromResult({work}())")],
    };
}
