using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A thread of the pool that waits for a task may run it, if it has not begun: "Wait attempts to
/// remove the task from the scheduler and execute it inline" (Task.Wait, remarks). Whether it has
/// begun is a race between the two, so nothing else has to be chosen.
/// </summary>
/// <remarks>
/// Most programs can't tell: only those that know threads, or whose thread has a lock or a
/// thread-local when it waits. The runtime looks in the queue of the waiting thread only; the
/// documentation names no queue.
/// </remarks>
internal static class Inlining
{
    private const long Begun = 1;

    /// <summary>From here on it may run: by its operation, or inline.</summary>
    internal static void Prepare(Operation operation, Completion completion)
    {
        completion.MayRunInline = true;
        completion.QueuedBy = (operation, operation.Stay);
        if (operation.Execution.Insight.RunsInline) NameBeginning(operation, completion);
    }

    /// <summary>Its beginning is an event, which others may look at or be ahead of.</summary>
    internal static void NameBeginning(Operation operation, Completion completion) =>
        completion.Beginning ??= operation.Execution.Memory.Of(
            new object(), LocationName.Model, operation);

    internal static bool HasBegun(Completion completion) => completion.Beginning?.State == Begun;

    /// <summary>The task's own operation begins it.</summary>
    /// <returns>False if it has been run inline.</returns>
    internal static bool Begins(Operation operation, Completion completion) =>
        completion.Beginning is null || Begins(operation, completion, completion.Site);

    /// <summary>Runs a task that has not begun, in the call that waits for it.</summary>
    internal static void TryRun(Operation operation, Task task, Completion completion, string site)
    {
        var execution = operation.Execution;
        if (!completion.MayRunInline || !operation.IsOnPool || operation.Unscheduled > 0) return;
        // With a number of threads, only what the thread has queued itself, which then needs no other:
        // ThreadPoolWorkQueue.LocalFindAndPop. Documentation and runtime agree that it may.
        if (execution.Pool is not null && completion.QueuedBy != (operation, operation.Stay)) return;
        if (!execution.Insight.RunsInline)
        {
            execution.HasWaitedOnPool = true;
            if (execution.Pool is not null || operation.IsTied || PoolHistory.IsKnown(execution))
                throw execution.Learns(insight => insight.RunsInline = true);
            return;
        }
        if (completion.Beginning is null || !Begins(operation, completion, site)) return;
        ref var performed = ref execution.Trace[operation.LastEvent];
        performed.Sources = [completion.Worker!.Lifecycle];
        completion.IsHandedOver = true;
        Started.RunHere(operation, task);
        if (operation.Execution.IsOver) throw new Unwinding();
        if (!Attached.IsLeftToChildren(operation, completion))
            completion.Complete(operation, site, () => completion.CompletedAt < 0);
    }

    private static bool Begins(Operation operation, Completion completion, string site)
    {
        var location = completion.Beginning!;
        Primitive.Write(operation, location, EventKind.Check, releases: false, site);
        if (location.State == Begun) return false;
        location.State = Begun;
        return true;
    }
}
