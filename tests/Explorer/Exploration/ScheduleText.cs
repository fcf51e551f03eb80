using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>The shortest schedule that a reader can replay to get the same trace again.</summary>
internal static class ScheduleText
{
    /// <summary>Longer ones aren't for reading: leave them as they are.</summary>
    private const int Longest = 60;

    /// <param name="isSame">Whether an execution at its end shows what the turns led to.</param>
    internal static Schedule For(
        Session session, IReadOnlyList<Turn> turns, Func<Execution, bool> isSame)
    {
        string[] letters = [.. turns.Where(turn => turn.Counts).Select(turn => turn.Letter)];
        var entries = Runs(letters);
        if (!Leads(entries))
        {
            // When an operation ends can decide: another may ask for it.
            var withEnds = RunsWithEnds(turns);
            if (!Leads(withEnds)) return Of(session, entries);
            entries = withEnds;
        }
        if (entries.Count > Longest) return Of(session, Leads([]) ? [] : entries);
        // What the default order does anyway needn't be said.
        while (entries.Count > 0 && Leads(entries[..^1])) entries = entries[..^1];
        if (entries.Count > 0 && Leads(entries[1..])) entries = entries[1..];
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            List<ScheduleEntry> shorter = [.. entries];
            shorter[i] = shorter[i] with { Events = null };
            if (Leads(shorter)) entries = shorter;
        }
        return Of(session, entries);

        bool Leads(List<ScheduleEntry> tried)
        {
            var execution = session.Replay(new Replaying(new(tried)));
            return execution.Fault is not { Kind: FailureKind.ScheduleDoesNotFit }
                && Starts(execution.Trace, letters) && isSame(execution);
        }
    }

    internal static Schedule Of(Session session, List<ScheduleEntry> entries) =>
        new(entries)
        {
            OneWorker = session.HasOneWorker, HashOrder = session.HashOrder,
        };

    /// <summary>
    /// Beginnings and ends don't count, but for the end of work that has looked at its thread of the
    /// pool.
    /// </summary>
    internal static bool Counts(in Event e) => e.Kind switch
    {
        EventKind.Begin => false,
        EventKind.End => e.Operation.PoolThread is not null,
        _ => true,
    };

    private static bool Starts(Trace trace, string[] letters)
    {
        var found = 0;
        for (var i = 0; i < trace.Count && found < letters.Length; i++)
        {
            if (!Counts(trace[i])) continue;
            if (trace[i].Operation.Letter != letters[found++]) return false;
        }
        return found == letters.Length;
    }

    /// <summary>Turns as they were taken.</summary>
    internal static List<ScheduleEntry> Of(IEnumerable<Turn> turns) =>
        Runs([.. turns.Where(turn => turn.Counts).Select(turn => turn.Letter)]);

    private static List<ScheduleEntry> Runs(IReadOnlyList<string> letters)
    {
        var entries = new List<ScheduleEntry>();
        foreach (var letter in letters)
        {
            if (entries.Count > 0 && entries[^1].Operation == letter)
                entries[^1] = entries[^1] with { Events = entries[^1].Events + 1 };
            else
                entries.Add(new(letter, 1));
        }
        return entries;
    }

    /// <summary>Whoever ends in a turn is given it without a count: it goes on until it has ended.</summary>
    private static List<ScheduleEntry> RunsWithEnds(IReadOnlyList<Turn> turns)
    {
        var entries = new List<ScheduleEntry>();
        foreach (var turn in turns)
        {
            // A beginning is due by itself.
            if (turn.Kind == EventKind.Begin) continue;
            var goesOn = entries.Count > 0 && entries[^1].Operation == turn.Letter;
            if (turn is { Kind: EventKind.End, Counts: false })
            {
                if (goesOn) entries.RemoveAt(entries.Count - 1);
                entries.Add(new(turn.Letter, null));
            }
            else if (goesOn && entries[^1].Events is { } events)
            {
                entries[^1] = new(turn.Letter, events + 1);
            }
            else
            {
                entries.Add(new(turn.Letter, 1));
            }
        }
        return entries;
    }
}
