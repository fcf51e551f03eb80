using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="ThreadPool"/>: each work item is an operation of its own. How many threads the pool
/// has isn't promised to anybody, so every item may run beside every other.
/// </summary>
[Models(typeof(ThreadPool))]
public static class ThreadPoolModel
{
    public static bool QueueUserWorkItem(WaitCallback callBack, string site) =>
        QueueUserWorkItem(callBack, null, site);

    public static bool QueueUserWorkItem(WaitCallback callBack, object? state, string site)
    {
        if (Hook.Current is not { } caller) return ThreadPool.QueueUserWorkItem(callBack, state);
        ArgumentNullException.ThrowIfNull(callBack);
        return Start(caller, () => callBack(state), true, site);
    }

    public static bool QueueUserWorkItem<TState>(
        Action<TState> callBack, TState state, bool preferLocal, string site)
    {
        if (Hook.Current is not { } caller)
            return ThreadPool.QueueUserWorkItem(callBack, state, preferLocal);
        ArgumentNullException.ThrowIfNull(callBack);
        return Start(caller, () => callBack(state), true, site);
    }

    public static bool UnsafeQueueUserWorkItem(WaitCallback callBack, object? state, string site)
    {
        if (Hook.Current is not { } caller) return ThreadPool.UnsafeQueueUserWorkItem(callBack, state);
        ArgumentNullException.ThrowIfNull(callBack);
        return Start(caller, () => callBack(state), false, site);
    }

    public static bool UnsafeQueueUserWorkItem<TState>(
        Action<TState> callBack, TState state, bool preferLocal, string site)
    {
        if (Hook.Current is not { } caller)
            return ThreadPool.UnsafeQueueUserWorkItem(callBack, state, preferLocal);
        ArgumentNullException.ThrowIfNull(callBack);
        return Start(caller, () => callBack(state), false, site);
    }

    public static bool UnsafeQueueUserWorkItem(
        IThreadPoolWorkItem callBack, bool preferLocal, string site)
    {
        if (Hook.Current is not { } caller)
            return ThreadPool.UnsafeQueueUserWorkItem(callBack, preferLocal);
        ArgumentNullException.ThrowIfNull(callBack);
        return Start(caller, callBack.Execute, false, site);
    }

    private static bool Start(Operation caller, Action work, bool flows, string site)
    {
        var thread = ExploredThread.Make(caller, _ =>
        {
            var own = Hook.Current!;
            own.Execution.Pool?.Take(own, site);
            work();
        });
        var explored = ExploredThread.Of(caller, thread)!;
        explored.IsBackground = true;
        explored.Start(caller, null, site, flows, onPool: true);
        return true;
    }
}
