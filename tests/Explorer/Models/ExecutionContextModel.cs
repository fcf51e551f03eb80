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

    /// <summary>What is started from here on gets no context: the runtime's own says so.</summary>
    public static AsyncFlowControl SuppressFlow(string site) => ExecutionContext.SuppressFlow();

    public static void RestoreFlow(string site) => ExecutionContext.RestoreFlow();
}

/// <summary>The end of a part of the program in which the context doesn't flow.</summary>
[Models(typeof(AsyncFlowControl))]
public static class AsyncFlowControlModel
{
    public static void Undo(ref AsyncFlowControl control, string site) => control.Undo();

    public static void Dispose(ref AsyncFlowControl control, string site) => control.Dispose();
}
