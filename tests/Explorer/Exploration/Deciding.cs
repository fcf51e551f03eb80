using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Finds two events of a failing execution whose order decides: with the second before the first,
/// the program passes. Each pair is tried, not guessed.
/// </summary>
internal static class Deciding
{
    private const int MostTries = 40;
    private const int FewTries = 4;
    private const int ManyRounds = 100_000;
    private const int MostEvents = 1_500;

    /// <returns>The pair, and the order of events that passes; null if none of those tried does.</returns>
    internal static (DecidingPair Pair, IScheduler Passing)? Find(Session session, Execution failed)
    {
        var trace = failed.Trace;
        // An endless loop takes its time in each of them.
        var most = failed.Rounds > ManyRounds ? FewTries : MostTries;
        // A lost update tells more than any other pair; the latest is nearest to the failure.
        foreach (var lost in LostUpdates.In(trace).Take(most))
        {
            var repaired = LostUpdates.Repaired(trace, lost);
            if (Passes(session, repaired)) return (lost, repaired);
        }
        // Each pair of events is looked at: of so many, that takes too long, and tells a reader little.
        if (trace.Count > MostEvents) return null;
        var clocks = new Clocks();
        clocks.Update(trace, 0);
        foreach (var pair in RacedFirst(trace, AllRaces(failed, clocks)).Take(most))
        {
            var reversed = Reversed(trace, clocks, pair);
            if (Passes(session, reversed)) return (pair, reversed);
        }
        return null;
    }

    /// <summary>
    /// Pairs at a variable with a data race come first, the earliest before the others: they are a
    /// mistake in any case, while other pairs may belong to the spec.
    /// </summary>
    private static IEnumerable<DecidingPair> RacedFirst(Trace trace, List<DecidingPair> pairs)
    {
        if (new DataRaces().Scan(trace) is not { } race) return pairs;
        var raced = trace[race.First].Location;
        return pairs.OrderBy(pair =>
            trace[pair.Earlier].Location == raced && trace[pair.Later].Location == raced
                ? pair.Later : int.MaxValue);
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

    /// <summary>The events before the pair, then what doesn't depend on its first, then its second.</summary>
    private static Given Reversed(Trace trace, Clocks clocks, DecidingPair pair)
    {
        var orders = new List<int>();
        for (var i = 0; i < pair.Earlier; i++) orders.Add(trace[i].Operation.Order);
        for (var i = pair.Earlier + 1; i < pair.Later; i++)
        {
            if (!clocks.IsOrdered(trace, pair.Earlier, i)) orders.Add(trace[i].Operation.Order);
        }
        orders.Add(trace[pair.Later].Operation.Order);
        return new(orders);
    }

    private static bool Passes(Session session, IScheduler scheduler)
    {
        var execution = session.Replay(scheduler);
        return execution.Ending == Ending.Complete && execution.Fault is null;
    }
}
