using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A thread of the pool as a program can know it: by its identity, and by the values that work leaves
/// on it. Work has none until it looks.
/// </summary>
internal sealed class PoolThread
{
    private Thread? _thread;

    internal PoolThread(Operation first, Location location)
    {
        Name = (first.Id, first.Stay);
        Location = location;
    }

    /// <summary>The work that it was made for, which is the same in equal interleavings.</summary>
    internal (int Operation, int Stay) Name { get; }

    /// <summary>Its state is how many pieces of work have been put on it.</summary>
    internal Location Location { get; }

    internal ThreadStatics Statics { get; } = new();

    /// <summary>The event that ended the last piece of work; -1 as long as it is at work.</summary>
    internal int Ended { get; private set; }

    /// <summary>How many locks the last piece of work has left behind.</summary>
    private int LocksHeld { get; set; }

    /// <summary>Unlike that of any <see cref="ExploredThread"/> that the program makes.</summary>
    internal int ManagedThreadId => (Name.Operation + 1) * 1000 + Name.Stay;

    /// <summary>Made when the program asks for it first.</summary>
    internal Thread Thread(Operation asker) =>
        _thread ??= ExploredThread.Running(asker, ManagedThreadId, isOfPool: true);

    /// <summary>Looks which thread of the pool runs an operation: events, the first time.</summary>
    /// <returns>Null if it doesn't run on the pool.</returns>
    internal static PoolThread? Of(Operation operation, string site)
    {
        if (operation.PoolThread is { } known) return known;
        var execution = operation.Execution;
        if (!operation.IsOnPool || operation.Unscheduled > 0 || execution.IsOver) return null;
        if (execution.HasWaitedOnPool && !execution.Insight.RunsInline)
            throw execution.Learns(insight => insight.RunsInline = true);
        return PoolHistory.Of(execution).Place(operation, site);
    }

    /// <summary>
    /// Before an operation leaves its thread, by an await or its end: a lock that it leaves behind
    /// belongs to the thread.
    /// </summary>
    internal static void IsLeftBy(Operation operation)
    {
        if (operation.LocksHeld == 0 || !operation.IsOnPool || operation.PoolThread is not null)
            return;
        var execution = operation.Execution;
        if (!execution.Insight.TracksLocks)
            throw execution.Learns(insight => insight.TracksLocks = true);
        Of(operation, operation.Seen ?? "");
    }

    /// <summary>
    /// The holder of a lock that belongs to a thread: equal for all work on that thread. The operation
    /// and its stay stand for it, unless work on the pool leaves a lock behind.
    /// </summary>
    internal static object Holder(Operation operation) =>
        operation.Execution.Insight.TracksLocks && Of(operation, operation.Seen ?? "") is { } thread
            ? thread : (operation.Id, operation.Stay);

    internal void Begins(Operation operation)
    {
        Ended = -1;
        operation.PoolThread = this;
        operation.LocksHeld += LocksHeld;
        // A static initialiser may have set some in the meantime.
        if (operation.ThreadStatics is { } own) Statics.Take(own);
        operation.ThreadStatics = Statics;
    }

    internal void Ends(Operation operation, int index)
    {
        Ended = index;
        LocksHeld = operation.LocksHeld;
        // The runtime gives a thread its own name again (Thread.ResetThreadPoolThread).
        if (_thread is { } thread) ExploredThread.Of(operation, thread)!.Name = null;
    }
}
