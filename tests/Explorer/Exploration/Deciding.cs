using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Finds two events of a failing execution whose order decides: with the second before the first,
/// the program passes. Each pair is tried, not guessed.
/// </summary>
internal static class Deciding
{
    private const int MostTries = 40;

    internal static DecidingPair? Pair(Session session, Execution failed)
    {
        var trace = failed.Trace;
        var clocks = new Clocks();
        clocks.Update(trace, 0);
        var races = AllRaces(failed, clocks);
        var lost = races.Select(r => r with { StaleRead = StaleRead(trace, r.Later) })
            .Where(r => r.StaleRead >= 0 && trace[r.Earlier].Mode == AccessMode.Read);
        // A lost update tells more than any other pair; the latest pair is nearest to the failure.
        foreach (var pair in lost.Concat(races).Take(MostTries))
        {
            if (Passes(session, trace, clocks, pair)) return pair;
        }
        return null;
    }

    private static List<DecidingPair> AllRaces(Execution failed, Clocks clocks)
    {
        var trace = failed.Trace;
        var pairs = new List<DecidingPair>();
        var found = new List<int>();
        for (var i = trace.Count - 1; i >= 0; i--)
        {
            Races.Find(failed, clocks, trace[i], clocks.Before(trace, i), i, found);
            foreach (var earlier in found) pairs.Add(new(earlier, i, -1));
        }
        return pairs;
    }

    /// <summary>
    /// For a write, the read whose value it was made of, if somebody else has written in between.
    /// </summary>
    private static int StaleRead(Trace trace, int write)
    {
        var e = trace[write];
        if (e.Kind is not (EventKind.Write or EventKind.VolatileWrite)) return -1;
        var overtaken = false;
        for (var i = write - 1; i >= 0; i--)
        {
            if (trace[i].Location != e.Location) continue;
            if (trace[i].Operation != e.Operation) overtaken |= trace[i].Mode != AccessMode.Read;
            else return overtaken && trace[i].Mode == AccessMode.Read ? i : -1;
        }
        return -1;
    }

    private static bool Passes(Session session, Trace trace, Clocks clocks, DecidingPair pair)
    {
        var orders = new List<int>();
        for (var i = 0; i < pair.Earlier; i++) orders.Add(trace[i].Operation.Order);
        for (var i = pair.Earlier + 1; i < pair.Later; i++)
        {
            if (!clocks.IsOrdered(trace, pair.Earlier, i)) orders.Add(trace[i].Operation.Order);
        }
        orders.Add(trace[pair.Later].Operation.Order);
        var execution = session.Replay(new Given(orders));
        return execution.Ending == Ending.Complete && execution.Fault is null;
    }

    /// <summary>Operations by order of creation, then the default.</summary>
    private sealed class Given(List<int> orders) : IScheduler
    {
        public Operation? Choose(Execution execution, Operation? current)
        {
            var index = execution.Trace.Count;
            if (index >= orders.Count) return execution.Default(current);
            var order = orders[index];
            if (order >= execution.Operations.Count) return null;
            return execution.IsEnabled(execution.Operations[order]) ? execution.Operations[order] : null;
        }
    }
}
