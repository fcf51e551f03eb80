using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Operations that wait for a pulse when nobody is left to give one.</summary>
internal static class LostWakeUps
{
    /// <summary>
    /// Whether they are what the execution is stuck for: the others only wait for their end. Where
    /// somebody waits for a lock as well, that tells more.
    /// </summary>
    internal static bool Explain(Execution execution)
    {
        var left = execution.Operations.Where(o => o.Alarm is null && o.IsPending
            && o.Next.Kind != EventKind.Join);
        return left.Any() && left.All(IsLost);
    }

    /// <summary>Where the pulse went that it would have needed; null where there was none.</summary>
    internal static string? Details(Execution execution, Operation waiting)
    {
        var trace = execution.Trace;
        var monitor = waiting.Next.Location!;
        var since = trace.Count;
        string? details = null;
        for (var i = trace.Count - 1; i >= 0; i--)
        {
            ref var e = ref trace[i];
            if (e.Location != monitor) continue;
            if (e.Operation == waiting && e.Kind == EventKind.Wait) since = Math.Min(since, i);
            if (e.Kind is not (EventKind.Pulse or EventKind.PulseAll)) continue;
            var line = Site.Parse(e.Site);
            if (i < since && since < trace.Count)
                return details ?? $"the pulse at {line} came before it waited";
            details ??= $"the pulse at {line} woke another";
        }
        return details ?? "nobody has pulsed";
    }

    private static bool IsLost(Operation operation) =>
        operation.Next.Kind == EventKind.Wake && !Waiter.IsPulsed(operation.Next);
}
