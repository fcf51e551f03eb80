using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Leaves out of a failing execution what it fails without: parts of it, each half as long as those
/// before (delta debugging, Zeller and Hildebrandt, TSE 2002). For executions that are too long for a
/// search among all the simple ones.
/// </summary>
internal static class Shortening
{
    private const int MostTries = 400;

    internal static IReadOnlyList<Turn> Of(
        Session session, IReadOnlyList<Turn> found, Severity severity)
    {
        if (found.Count <= Long.Events) return found;
        var races = new DataRaces();
        var (best, tries, events) = (found, 0, 0L);
        for (var part = best.Count / 2; part > 0; part /= 2)
        {
            for (var start = 0; start < best.Count;)
            {
                if (++tries > MostTries || events > session.Bounds.SimplificationEvents) return best;
                Turn[] rest = [.. best.Take(start), .. best.Skip(start + part)];
                var execution = session.Replay(new Following(rest));
                events += execution.Trace.Count;
                var turns = Severities.Of(execution, races) >= severity
                    ? Long.Turns(execution, Severities.Of(execution, races), races)
                    : null;
                if (turns?.Count < best.Count) best = turns;
                else start += part;
            }
        }
        return best;
    }
}
