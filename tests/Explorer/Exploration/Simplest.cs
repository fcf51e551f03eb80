using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Searches the simplest failing execution, within the bounds of simplification.</summary>
internal static class Simplest
{
    /// <summary>Executions in search of a shorter schedule among the simplest.</summary>
    private const int MostTies = 200;

    /// <summary>An endless loop takes its time in each execution.</summary>
    private const int RoundsOfAnEvent = 10;

    /// <summary>Failures that do not come again, until no more are tried.</summary>
    private const int MostByChance = 20;

    /// <param name="atLeast">Findings that matter less are passed over.</param>
    /// <param name="enough">Until one matters so much, the search goes on to less simple ones.</param>
    /// <param name="longest">How many events the longest known execution has.</param>
    internal static Candidate? Find(Session session, Severity atLeast, Severity enough, int longest)
    {
        var step = longest > Long.Events ? Long.Step : Long.Events;
        return Find(session, new(bySwitches: false, step), atLeast, enough)
            ?? (Find(session, new(bySwitches: true, step), atLeast, enough) is { } found
                ? found with { IsSimplest = false }
                : null);
    }

    /// <returns>
    /// The search goes from the simple to the less simple: what it has found is the simplest, even if
    /// there was no time to look for a shorter one of the same cost.
    /// </returns>
    private static Candidate? Find(
        Session session, SimplestSchedule search, Severity atLeast, Severity enough)
    {
        var races = new DataRaces();
        var execution = session.Execution(search);
        Candidate? best = null;
        var bestCost = search.Cost;
        var (events, ties, byChance) = (0L, 0, 0);
        var bounds = session.Bounds;
        for (var i = 0; i < bounds.Simplification; i++)
        {
            var limit = best?.Severity >= enough ? best : null;
            if (!search.Next(limit is null ? null : bestCost)) break;
            // Beginnings and ends don't count where two are compared.
            if (limit is not null) search.MostEvents = limit.Turns.Count + 2 * Identities.MaxOperations;
            execution.Run(session.Program, 0);
            events += execution.Trace.Count + execution.Rounds / RoundsOfAnEvent;
            var severity = Severities.Of(execution,
                atLeast > Severity.DataRace || best?.Severity > Severity.DataRace ? null : races);
            if (severity >= atLeast)
            {
                var candidate = new Candidate(severity, search.Preemptions, search.Switches,
                    Long.Turns(execution, severity, races));
                if (candidate.IsBetterThan(best))
                {
                    if (Repetition.Fails(session, execution, again => Severities.Of(again, races) >= severity))
                        (best, bestCost) = (candidate, search.Cost);
                    else if (++byChance == MostByChance) break;
                }
            }
            if (events > bounds.SimplificationEvents || limit is not null && ++ties > MostTies) break;
        }
        return best;
    }
}
