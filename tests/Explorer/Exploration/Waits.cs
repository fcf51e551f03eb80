using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Who waits for what when nobody can go on.</summary>
internal static class Waits
{
    internal static IEnumerable<Wait> Of(Execution execution)
    {
        foreach (var operation in execution.Operations)
        {
            if (operation.Alarm is not null || !operation.IsPending || operation.Next.Kind == EventKind.Begin) continue;
            yield return Of(execution, operation);
        }
    }

    private static Wait Of(Execution execution, Operation operation)
    {
        ref var next = ref operation.Next;
        var site = Site.Parse(next.Site);
        var wait = new Wait(operation.Number, next.Kind, site.Target, site, -1, null, null)
        {
            HasPoolThread = operation.HasPoolThread,
        };
        switch (next.Kind)
        {
            case EventKind.Wake when !Waiter.IsPulsed(next):
                return wait with { Details = LostWakeUps.Details(execution, operation) };
            case EventKind.Acquire or EventKind.AcquireShared or EventKind.Wake
                or EventKind.UseType or EventKind.AwaitType:
                var held = (IHeld)next.Location!.Model!;
                var id = held.HolderIn(next.Location.State);
                return execution.Operations.FirstOrDefault(o => o.Id == id) is { } holder
                    ? wait with { Holder = holder.Number, HeldSince = Site.Parse(held.SinceBy(id)) }
                    : wait;
            case EventKind.AwaitTask when SyncOverAsync(execution, operation) is { } details:
                return wait with { Details = details };
            case EventKind.Join:
                var joined = execution.Operations.First(o => o.Lifecycle == operation.Next.Location);
                return wait with { For = joined.Letter, Holder = joined.Number };
            case EventKind.AwaitPhase:
                var arrivals = (Phases)next.Location!.Model!;
                return wait with
                {
                    Details = $"{arrivals.Here} of {arrivals.Expected} have arrived",
                    Expected = arrivals.Expected,
                };
            case EventKind.Spin:
                return wait with { For = Read(execution.Trace, next) };
            default:
                return wait;
        }
    }

    /// <summary>
    /// An async method gave its continuation to the very context whose thread is blocked: sync over
    /// async.
    /// </summary>
    private static string? SyncOverAsync(Execution execution, Operation blocked)
    {
        if (blocked.BlockedIn is not { } context) return null;
        var posted = execution.Activations.FirstOrDefault(a => a.PostedTo == context);
        return posted is null ? null : $"the rest of the async method after {Site.Parse(posted.Site)}"
            + " is queued to the context that this thread, blocked here, should run: sync over async";
    }

    /// <summary>What the loop reads, by the names in its source.</summary>
    private static string Read(Trace trace, in Event spin)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Location[] locations = [spin.Location!, .. (spin.More ?? []).Select(a => a.Location)];
        for (var i = 0; i < trace.Count; i++)
        {
            if (trace[i].Operation == spin.Operation && locations.Contains(trace[i].Location))
                names.Add(Site.Parse(trace[i].Site).Target);
        }
        return string.Join(", ", names);
    }
}
