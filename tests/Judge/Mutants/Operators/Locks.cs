using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Judging.Mutants.Operators.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Judging.Mutants.Operators;

/// <summary>Critical regions that are missing, too small, too large, or of another lock.</summary>
static class Locks
{
    internal static IReadOnlyList<MutationOperator> All { get; } =
    [
        // RSB, remove synchronized block.
        MutationOperator.On<LockStatementSyntax>("remove a lock", l => [l.Statement]),
        // SKCR, shrink critical region.
        MutationOperator.On<LockStatementSyntax>("shrink a lock at its start", l =>
            Statements(l.Statement).ToList() is [var first, _, ..] all
                ? [Body([first, l.WithStatement(Block(all.Skip(1)))])] : []),
        MutationOperator.On<LockStatementSyntax>("shrink a lock at its end", l =>
            Statements(l.Statement).ToList() is [_, .., var last] all
                ? [Body([l.WithStatement(Block(all.SkipLast(1))), last])] : []),
        // SPCR, split critical region.
        MutationOperator.On<LockStatementSyntax>("split a lock", l =>
            Statements(l.Statement).ToList() is [_, _, ..] all
                ? Enumerable.Range(1, all.Count - 1).Select(i => Body(
                [
                    l.WithStatement(Block(all.Take(i))), l.WithStatement(Block(all.Skip(i))),
                ])) : []),
        // EXCR, expand critical region: what stands before or after it moves in.
        MutationOperator.On<BlockSyntax>("move a statement into a lock", Expanded),
        // ESP, exchange synchronized block parameters.
        MutationOperator.On<LockStatementSyntax>("lock a new object", l =>
            [l.WithExpression(ParseExpression("new object()"))]),
        MutationOperator.On<LockStatementSyntax>("swap two acquisitions", l =>
            Inner(l) is { } inner
                ? [l.WithExpression(inner.Expression).WithStatement(
                    l.Statement.ReplaceNode(inner, inner.WithExpression(l.Expression)))]
                : []),
        MutationOperator.On<BlockSyntax>("swap two acquisitions", SwappedCalls),
    ];

    static LockStatementSyntax? Inner(LockStatementSyntax outer) =>
        Statements(outer.Statement).FirstOrDefault() as LockStatementSyntax;

    static IEnumerable<SyntaxNode> Expanded(BlockSyntax block)
    {
        var all = block.Statements;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is not LockStatementSyntax { Statement: var body } it) continue;
            if (i > 0)
                yield return Merged(block, i - 1, it.WithStatement(Body([all[i - 1], .. Statements(body)])));
            if (i + 1 < all.Count)
                yield return Merged(block, i, it.WithStatement(Body([.. Statements(body), all[i + 1]])));
        }
    }

    /// <summary>Two statements become one.</summary>
    static BlockSyntax Merged(BlockSyntax block, int first, StatementSyntax merged) =>
        block.WithStatements(
            List([.. block.Statements.Take(first), merged, .. block.Statements.Skip(first + 2)]));

    /// <summary>Two calls that take something, one after the other.</summary>
    static IEnumerable<SyntaxNode> SwappedCalls(BlockSyntax block)
    {
        var all = block.Statements;
        for (var i = 0; i + 1 < all.Count; i++)
        {
            if (!Takes(all[i]) || !Takes(all[i + 1])) continue;
            var (one, other) = (all[i], all[i + 1]);
            yield return block.WithStatements(
                List(all.Select(s => s == one ? other : s == other ? one : s)));
        }
    }

    static bool Takes(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
        && Called(call) is "Enter" or "Wait" or "WaitOne" or "EnterReadLock" or "EnterWriteLock"
            or "TryEnter";
}
