using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Judging.Mutants.Operators.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Judging.Mutants.Operators;

/// <summary>What goes wrong in any program.</summary>
static class Ordinary
{
    internal static IReadOnlyList<MutationOperator> All { get; } =
    [
        MutationOperator.On<BinaryExpressionSyntax>("flip a comparison", b =>
            Flipped(b.Kind()).Select(kind => BinaryExpression(kind, b.Left, b.Right))),
        MutationOperator.On<ExpressionSyntax>("negate a condition", e =>
            e.Parent is IfStatementSyntax i && i.Condition == e
            || e.Parent is WhileStatementSyntax w && w.Condition == e
            || e.Parent is ConditionalExpressionSyntax c && c.Condition == e
                ? [ParseExpression($"!({e})")] : []),
        MutationOperator.On<BinaryExpressionSyntax>("other arithmetic", b => b.Kind() switch
        {
            SyntaxKind.AddExpression => [BinaryExpression(SyntaxKind.SubtractExpression, b.Left, b.Right)],
            SyntaxKind.SubtractExpression => [BinaryExpression(SyntaxKind.AddExpression, b.Left, b.Right)],
            SyntaxKind.MultiplyExpression => [BinaryExpression(SyntaxKind.AddExpression, b.Left, b.Right)],
            SyntaxKind.ModuloExpression or SyntaxKind.DivideExpression => [b.Left],
            _ => [],
        }),
        MutationOperator.On<ExpressionSyntax>("count the other way", Reversed),
        MutationOperator.On<ExpressionSyntax>("a number off by one, or constant", Numbers),
        MutationOperator.On<LiteralExpressionSyntax>("flip a constant", l => l.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => [LiteralExpression(SyntaxKind.FalseLiteralExpression)],
            SyntaxKind.FalseLiteralExpression => [LiteralExpression(SyntaxKind.TrueLiteralExpression)],
            _ => [],
        }),
        MutationOperator.On<StatementSyntax>("remove a statement", s =>
            s is ExpressionStatementSyntax or IfStatementSyntax or ThrowStatementSyntax
                or ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax
                or ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax
                ? [Nothing] : []),
        MutationOperator.On<BlockSyntax>("swap two statements", b => Enumerable
            .Range(0, Math.Max(0, b.Statements.Count - 1))
            .Select(i => b.WithStatements(b.Statements
                .RemoveAt(i).Insert(i + 1, b.Statements[i])))),
        MutationOperator.On<ForEachStatementSyntax>("go the other way round", f =>
            [f.WithExpression(ParseExpression($"({f.Expression}).Reverse()")),
                f.WithExpression(ParseExpression($"({f.Expression}).Skip(1)"))]),
        MutationOperator.On<IfStatementSyntax>("drop an else", i =>
            i.Else is null ? [] : [i.WithElse(null), i.Else.Statement]),
    ];

    static IEnumerable<SyntaxKind> Flipped(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => [SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression],
        SyntaxKind.LessThanOrEqualExpression => [SyntaxKind.LessThanExpression],
        SyntaxKind.GreaterThanExpression => [SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LessThanExpression],
        SyntaxKind.GreaterThanOrEqualExpression => [SyntaxKind.GreaterThanExpression],
        SyntaxKind.EqualsExpression => [SyntaxKind.NotEqualsExpression],
        SyntaxKind.NotEqualsExpression => [SyntaxKind.EqualsExpression],
        SyntaxKind.LogicalAndExpression => [SyntaxKind.LogicalOrExpression],
        SyntaxKind.LogicalOrExpression => [SyntaxKind.LogicalAndExpression],
        _ => [],
    };

    static IEnumerable<SyntaxNode> Reversed(ExpressionSyntax e) => e switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } p =>
            [PostfixUnaryExpression(SyntaxKind.PostDecrementExpression, p.Operand)],
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } p =>
            [PostfixUnaryExpression(SyntaxKind.PostIncrementExpression, p.Operand)],
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } a =>
            [AssignmentExpression(SyntaxKind.SubtractAssignmentExpression, a.Left, a.Right)],
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } a =>
            [AssignmentExpression(SyntaxKind.AddAssignmentExpression, a.Left, a.Right)],
        _ => [],
    };

    /// <summary>Integers that are read: literals, variables and properties.</summary>
    static IEnumerable<SyntaxNode> Numbers(ExpressionSyntax e, SemanticModel model)
    {
        if (e is not (LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || e.Parent is MemberAccessExpressionSyntax or QualifiedNameSyntax or NameEqualsSyntax
                or NameColonSyntax or AttributeSyntax
            || IsWritten(e) || model.GetTypeInfo(e).Type?.SpecialType is not SpecialType.System_Int32)
            yield break;
        yield return ParseExpression($"({e} + 1)");
        yield return ParseExpression($"({e} - 1)");
        if (e is not LiteralExpressionSyntax) yield return ParseExpression("2");
    }

    static bool IsWritten(ExpressionSyntax e) =>
        e.Parent is AssignmentExpressionSyntax a && a.Left == e
        || e.Parent is PostfixUnaryExpressionSyntax
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression
                or (int)SyntaxKind.PreDecrementExpression }
            or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }
            or RefExpressionSyntax;
}
