using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Operations that are blocked, or go round in a loop that waits, when nothing can run.</summary>
internal static class Standstill
{
    /// <summary>
    /// The test's body has ended, so no operation that matters to it waits: the others are left
    /// running. Unless they wait for each other: that is a deadlock wherever it happens.
    /// </summary>
    /// <returns>
    /// The operation to name, a foreground thread first: that one keeps a process alive for ever. Null
    /// if it is a deadlock, or the pool has no thread for work that is queued.
    /// </returns>
    internal static (Fault Fault, bool IsForeground)? LeftRunning(Execution execution)
    {
        if (!execution.Operations[0].HasEnded || HasCycle(execution)) return null;
        var left = execution.Operations.Where(IsLeft).ToList();
        // Work that no thread of the pool ever begins is not blocked by itself.
        if (left.Exists(operation => operation.Next.Kind == EventKind.TakeThread)) return null;
        var foreground = left.Find(IsForeground);
        var operation = foreground ?? left[0];
        return (new(FailureKind.LeftRunning, operation, foreground is null
            ? "it never ends"
            : "it never ends, and a foreground thread keeps the process alive", null, operation.Next.Site),
            foreground is not null);
    }

    /// <summary>Whether some of the blocked operations wait for each other, or one for itself.</summary>
    internal static bool HasCycle(Execution execution)
    {
        foreach (var operation in execution.Operations)
        {
            if (!IsLeft(operation)) continue;
            var next = Awaited(execution, operation);
            // A path longer than there are operations goes round without the one it began with.
            for (var i = 0; i < execution.Operations.Count && next is not null; i++)
            {
                if (next == operation) return true;
                next = IsLeft(next) ? Awaited(execution, next) : null;
            }
        }
        return false;
    }

    private static bool IsLeft(Operation operation) =>
        operation is { HasEnded: false, IsPending: true, IsResting: false, Alarm: null };

    private static bool IsForeground(Operation operation) =>
        operation.Thread is { } thread && ExploredThread.Of(operation, thread) is { IsBackground: false };

    /// <summary>The one operation that could let another go on; null if that is not known.</summary>
    private static Operation? Awaited(Execution execution, Operation operation)
    {
        ref var next = ref operation.Next;
        switch (next.Kind)
        {
            case EventKind.Acquire or EventKind.AcquireShared:
            case EventKind.Wake when Waiter.IsPulsed(next):
                var holder = ((IHeld)next.Location!.Model!).HolderIn(next.Location.State);
                return execution.Operations.FirstOrDefault(o => o.Id == holder);
            case EventKind.Join:
                var lifecycle = next.Location;
                return execution.Operations.FirstOrDefault(o => o.Lifecycle == lifecycle);
            case EventKind.AwaitTask when next.Location is { } task:
                return execution.Models.Values.OfType<Completion>()
                    .FirstOrDefault(c => c.Leaves is [var leaf] && leaf == task)?.Worker;
            default:
                return null;
        }
    }
}
