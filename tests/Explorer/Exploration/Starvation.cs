using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>All threads of a bounded pool are blocked, and queued work could free one.</summary>
internal static class Starvation
{
    /// <summary>Whether a standstill comes from there being no more threads.</summary>
    internal static bool Explains(Execution execution)
    {
        if (!execution.Operations.Any(IsQueued)) return false;
        return execution.Operations.Any(o => o.HasPoolThread && !IsStuckAnyway(execution, o));
    }

    /// <summary>The line that blocks each thread, and the queued operations.</summary>
    internal static string Message(Execution execution)
    {
        var blocked = execution.Operations.Where(o => o.HasPoolThread && o.IsPending).ToList();
        var queued = execution.Operations.Where(IsQueued).Select(o => o.Letter);
        var where = blocked.Select(o => $"{o.Letter} at {Site.Parse(o.Next.Site)}");
        return $"every thread of the pool is blocked ({string.Join(", ", where)}),"
            + $" and queued work has none ({string.Join(", ", queued)})";
    }

    internal static bool IsQueued(Operation operation) =>
        operation is { IsPending: true, HasEnded: false, IsResting: false }
        && operation.Next.Kind == EventKind.TakeThread;

    /// <summary>
    /// Whether more threads would not help: it waits for a lock whose holder has ended, or for itself,
    /// directly or through others.
    /// </summary>
    private static bool IsStuckAnyway(Execution execution, Operation operation)
    {
        var passed = new HashSet<Operation>();
        while (passed.Add(operation))
        {
            if (operation.HasEnded) return true;
            if (Next(execution, operation) is not { } next) return false;
            operation = next;
        }
        return true;
    }

    private static Operation? Next(Execution execution, Operation operation)
    {
        ref var next = ref operation.Next;
        if (next.Kind == EventKind.Join)
        {
            var lifecycle = next.Location;
            return execution.Operations.FirstOrDefault(o => o.Lifecycle == lifecycle);
        }
        if (next.Kind is not (EventKind.Acquire or EventKind.AcquireShared)
            || next.Location?.Model is not Models.IHeld held) return null;
        var holder = held.HolderIn(next.Location.State);
        return execution.Operations.FirstOrDefault(o => o.Id == holder);
    }
}
