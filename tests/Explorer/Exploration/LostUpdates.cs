using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Lost updates in a trace: a write made of what its operation had read, although somebody else has
/// written in between. Locks around each of the accesses don't change that.
/// </summary>
internal static class LostUpdates
{
    /// <summary>The latest first. Earlier: the other's read, or its write if it didn't read.</summary>
    internal static IEnumerable<DecidingPair> In(Trace trace)
    {
        for (var later = trace.Count - 1; later >= 0; later--)
        {
            if (!Overwrites(trace[later].Kind)) continue;
            if (Own(trace, later) is not { } stale || trace[stale].Mode != AccessMode.Read) continue;
            for (var other = later - 1; other > stale; other--)
            {
                if (!IsForeignWrite(trace, other, later)) continue;
                var read = Own(trace, other) is { } r && trace[r].Mode == AccessMode.Read ? r : other;
                yield return new(read, later, stale);
                break;
            }
        }
    }

    /// <summary>The same, with the overtaken operation going on to its write undisturbed.</summary>
    internal static Given Repaired(Trace trace, DecidingPair lost)
    {
        var writer = trace[lost.Later].Operation;
        var other = trace[lost.Earlier].Operation;
        var cut = Math.Min(lost.Earlier, lost.StaleRead + 1);
        // The other may have taken a lock just before: it mustn't hold that now.
        while (cut > 0 && trace[cut - 1].Operation == other) cut--;
        var orders = new List<int>();
        for (var i = 0; i < cut; i++) orders.Add(trace[i].Operation.Order);
        var before = orders.Count(o => o == writer.Order);
        var events = before;
        for (var i = cut; i <= lost.Later; i++)
        {
            if (trace[i].Operation == writer) events++;
        }
        return new(orders, writer.Order, events);
    }

    /// <summary>The operation's access to the same location before the one at an index.</summary>
    private static int? Own(Trace trace, int index)
    {
        var e = trace[index];
        for (var i = index - 1; i >= 0; i--)
        {
            if (trace[i].Location == e.Location && trace[i].Operation == e.Operation) return i;
        }
        return null;
    }

    private static bool IsForeignWrite(Trace trace, int index, int write) =>
        trace[index].Location == trace[write].Location
        && trace[index].Operation != trace[write].Operation
        && trace[index].Mode != AccessMode.Read;

    private static bool Overwrites(EventKind kind) =>
        kind is EventKind.Write or EventKind.VolatileWrite or EventKind.Exchange;
}
