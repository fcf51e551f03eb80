using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a program learns when it asks which thread it runs on.</summary>
internal static class ThreadIdentity
{
    internal static Thread Current(Operation operation, string site)
    {
        Hook.DependsOnThread();
        if (PoolThread.Of(operation, site) is { } pooled) return pooled.Thread(operation);
        // It can tell an await that gives way from one that doesn't.
        operation.HasThreadLocals = true;
        if (operation.HasOwnThread)
            operation.Thread ??= ExploredThread.Running(operation, -operation.Id, isOfPool: false);
        return operation.Thread ?? OfBody(operation);
    }

    internal static int CurrentId(Operation operation, string site)
    {
        // Iterators ask whether they are enumerated where they were made, and do the same in either
        // case. The compiler's own code has no line.
        if (IsWithoutLine(site)) return operation.Id + 1;
        Hook.DependsOnThread();
        if (PoolThread.Of(operation, site) is { } pooled) return pooled.ManagedThreadId;
        var thread = Current(operation, site);
        return ExploredThread.Of(operation, thread)?.ManagedThreadId ?? thread.ManagedThreadId;
    }

    private static Thread OfBody(Operation operation)
    {
        var thread = System.Threading.Thread.CurrentThread;
        // Noted while it is the current one: others may ask for its id later.
        _ = ExploredThread.Of(operation, thread);
        return thread;
    }

    private static bool IsWithoutLine(string site)
    {
        var end = site.IndexOf('\t');
        return end < 0 || site.AsSpan(end + 1).StartsWith("0\t");
    }
}
