using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// The reversible races of an event: earlier events of others that depend on it, with nothing in
/// between that orders the two, and before which it could have been performed (Abdulla et al.,
/// POPL 2014, section 3). An event that had to wait for the earlier one doesn't race with it, but
/// may with one before that: a lock's taker races with the last taker, not with the release.
/// </summary>
internal static class Races
{
    /// <param name="later">The event; it need not have been performed.</param>
    /// <param name="before">The clock of its operation just before it.</param>
    /// <param name="end">Events from this index on are not looked at.</param>
    internal static void Find(
        Execution execution, Clocks clocks, in Event later, ReadOnlySpan<int> before, int end,
        List<int> found)
    {
        found.Clear();
        if (later.Location is not { } location) return;
        if (later.More is null) FindAt(execution, clocks, later, execution.Trace.EventsBefore(location, end), before, end, found);
        else FindAt(execution, clocks, later, Merged(later, end), before, end, found);
    }

    private static void FindAt(
        Execution execution, Clocks clocks, in Event later, ReadOnlySpan<int> candidates,
        ReadOnlySpan<int> before, int end, List<int> found)
    {
        var trace = execution.Trace;
        for (var i = candidates.Length; (i = LastConflict(later, i - 1)) >= 0;)
        {
            var index = candidates[i];
            ref var earlier = ref trace[index];
            // A write at the only location covers all before it, once it is ordered or found.
            var covers = later.More is null && earlier.More is null && earlier.Mode == AccessMode.Write;
            var id = earlier.Operation.Id;
            if (earlier.Operation == later.Operation || before[id] >= clocks[index][id])
            {
                if (covers) return;
                continue;
            }
            if (!Event.Dependent(earlier, later)) continue;
            if (!execution.WasEnabled(later, new(index, clocks, end))) continue;
            if (!IsBeforeAny(trace, clocks, index, found)) found.Add(index);
            if (covers) return;
        }
    }

    /// <summary>Of the candidates at one location; those at several are looked at one by one.</summary>
    private static int LastConflict(in Event later, int position) =>
        later.More is null ? later.Location!.LastConflict(position, later.Mode) : position;

    private static bool IsBeforeAny(Trace trace, Clocks clocks, int index, List<int> found)
    {
        foreach (var f in found)
        {
            if (clocks.IsOrdered(trace, index, f)) return true;
        }
        return false;
    }

    private static int[] Merged(in Event e, int end)
    {
        var indices = new SortedSet<int>();
        foreach (var index in e.Location!.Events) indices.Add(index);
        foreach (var access in e.More!)
        {
            foreach (var index in access.Location.Events) indices.Add(index);
        }
        return [.. indices.Where(index => index < end)];
    }
}
