using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Judging.Mutants.Operators.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Judging.Mutants.Operators;

/// <summary>Waits and signals that are missing, or meant for another number of those who wait.</summary>
static class Signals
{
    internal static IReadOnlyList<MutationOperator> All { get; } =
    [
        // RTXC, remove thread call: Wait, Join, Sleep, Start...
        Drops("drop a wait", "Wait", "WaitOne", "WaitAll", "WaitAny", "SignalAndWait", "Join",
            "WaitForExit", "Enter", "EnterReadLock", "EnterWriteLock", "Take"),
        Drops("drop a signal", "Pulse", "PulseAll", "Set", "Reset", "Release", "ReleaseMutex",
            "Signal", "Exit", "ExitReadLock", "ExitWriteLock", "Start", "Complete",
            "CompleteAdding", "SetResult", "TrySetResult", "SetException", "TrySetException",
            "SetCanceled", "TrySetCanceled", "Cancel", "Kill", "Dispose", "Add"),
        // RNA, replace NotifyAll with Notify.
        MutationOperator.On<InvocationExpressionSyntax>("wake one instead of all", c =>
            Called(c) == "PulseAll" ? [Renamed(c, "Pulse")] : []),
        MutationOperator.On<InvocationExpressionSyntax>("wait for one instead of all", c =>
            Called(c) switch
            {
                "WaitAll" => [Renamed(c, "WaitAny")],
                "WhenAll" => [Renamed(c, "WhenAny")],
                _ => [],
            }),
        MutationOperator.On<WhileStatementSyntax>("ask once instead of again and again", w =>
            [IfStatement(w.Condition, w.Statement)]),
        // MXT, modify method-X time.
        MutationOperator.On<InvocationExpressionSyntax>("wait with a limit", c =>
            c.ArgumentList.Arguments.Count == 0
            && Called(c) is "Wait" or "WaitOne" or "Join" or "WaitForExit" or "SignalAndWait"
                ? [c.AddArgumentListArguments(Argument(ParseExpression("10")))] : []),
        // MSF, modify synchronization object: one more, one less, one only.
        MutationOperator.On<ObjectCreationExpressionSyntax>("other permits", c =>
            c.Type.ToString() is "SemaphoreSlim" or "Semaphore" or "Barrier" or "CountdownEvent"
                ? Permits(c.ArgumentList) .Select(a => c.WithArgumentList(a)) : []),
        MutationOperator.On<ImplicitObjectCreationExpressionSyntax>("other permits", c =>
            c.Parent?.Parent?.Parent is VariableDeclarationSyntax { Type: var type }
            && type.ToString() is "SemaphoreSlim" or "Semaphore" or "Barrier" or "CountdownEvent"
                ? Permits(c.ArgumentList).Select(a => c.WithArgumentList(a)) : []),
    ];

    static MutationOperator Drops(string name, params string[] members) =>
        MutationOperator.On<ExpressionStatementSyntax>(name, s =>
            s.Expression is InvocationExpressionSyntax call
            && members.Contains(Called(call)) ? [Nothing] : []);

    static IEnumerable<ArgumentListSyntax> Permits(ArgumentListSyntax? list)
    {
        foreach (var argument in list?.Arguments ?? [])
        {
            foreach (var to in (string[])["1", "2", $"{argument.Expression} + 1", $"{argument.Expression} - 1"])
                yield return list!.ReplaceNode(argument.Expression, ParseExpression(to));
        }
    }
}
