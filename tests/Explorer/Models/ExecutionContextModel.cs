namespace Interleavings.Models;

/// <summary>What flows: the runtime's own, because each operation has a thread to itself.</summary>
[Models(typeof(ExecutionContext))]
public static class ExecutionContextModel
{
    public static ExecutionContext? Capture(string site) => ExecutionContext.Capture();

    public static void Run(
        ExecutionContext executionContext, ContextCallback callback, object? state, string site) =>
        ExecutionContext.Run(executionContext, callback, state);

    public static ExecutionContext CreateCopy(ExecutionContext context, string site) =>
        context.CreateCopy();

    public static bool IsFlowSuppressed(string site) => ExecutionContext.IsFlowSuppressed();
}
