using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Asking for tasks, and waiting for them.</summary>
internal static class Tasks
{
    /// <summary>Whether it is complete: an event, unless it came complete from elsewhere.</summary>
    internal static bool IsComplete(Operation operation, Task task, string site) =>
        Completion.Of(operation, task, site) is not { } completion
        || IsComplete(operation, completion, site);

    /// <param name="also">What else the event looks at.</param>
    internal static bool IsComplete(
        Operation operation, Completion completion, string site, params Location[] also)
    {
        var leaves = completion.Leaves;
        if (leaves.Length == 0) return true;
        Execution.Announce(operation, EventKind.Check, site);
        ref var next = ref operation.Next;
        next.Location = leaves[0];
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        if (leaves.Length + also.Length > 1)
            next.More = [.. leaves.Skip(1).Concat(also).Select(leaf => new Access(leaf, AccessMode.Read))];
        operation.Execution.Perform(operation);
        var isComplete = completion.IsComplete;
        if (operation.Unscheduled == 0) Learns(operation, completion, isComplete);
        if (isComplete) completion.Settle();
        return isComplete;
    }

    /// <summary>Blocks until the task is complete.</summary>
    internal static void Wait(Operation operation, Task task, string site) =>
        Wait(operation, task, Timeout.Infinite, site);

    /// <param name="limit">In milliseconds; -1 is none.</param>
    /// <param name="cancellation">Ends the wait with an exception.</param>
    internal static bool Wait(
        Operation operation, Task task, int limit, string site, CancellationToken cancellation = default)
    {
        if (Completion.Of(operation, task, site) is not { } completion) return true;
        if (limit < 0 && !cancellation.CanBeCanceled)
        {
            Schedulers.Inline(operation, task, completion, site);
            Inlining.TryRun(operation, task, completion, site);
        }
        return Wait(operation, completion, limit, site, cancellation);
    }

    internal static bool Wait(Operation operation, Completion completion, int limit, string site,
        CancellationToken cancellation = default)
    {
        var leaves = completion.Leaves;
        if (leaves.Length == 0) return true;
        operation.BlockedIn = SynchronizationContext.Current;
        var happened = new Waiting(
            EventKind.AwaitTask, leaves[0], AccessMode.Read, new AreEnded(leaves), site)
        {
            More = [.. leaves.Skip(1).Select(leaf => new Access(leaf, AccessMode.Read))],
            Token = cancellation,
        }.Within(operation, limit);
        if (operation.Unscheduled == 0) Learns(operation, completion, happened);
        if (happened) completion.Settle();
        return happened;
    }

    private static void Learns(Operation operation, Completion completion, bool isComplete)
    {
        ref var performed = ref operation.Execution.Trace[operation.LastEvent];
        performed.Acquires = false;
        performed.Sources = isComplete ? [.. completion.Sources] : null;
    }

    private sealed class AreEnded(Location[] leaves) : ICondition
    {
        public bool Holds(States states)
        {
            foreach (var leaf in leaves)
            {
                if (states.Of(leaf) <= Stage.Started) return false;
            }
            return true;
        }
    }
}
