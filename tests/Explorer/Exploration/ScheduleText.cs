using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>The shortest schedule that a reader can replay to get the same trace again.</summary>
internal static class ScheduleText
{
    /// <summary>Longer ones aren't for reading: leave them as they are.</summary>
    private const int Longest = 60;

    /// <param name="letters">Who ran, event by event.</param>
    internal static Schedule For(Session session, IReadOnlyList<string> letters)
    {
        var entries = Runs(letters);
        if (entries.Count > Longest || !Leads(session, entries, letters)) return Of(session, entries);
        // What the default order does anyway needn't be said.
        while (entries.Count > 0 && Leads(session, entries[..^1], letters)) entries = entries[..^1];
        if (entries.Count > 0 && Leads(session, entries[1..], letters)) entries = entries[1..];
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            List<ScheduleEntry> shorter = [.. entries];
            shorter[i] = shorter[i] with { Events = null };
            if (Leads(session, shorter, letters)) entries = shorter;
        }
        return Of(session, entries);
    }

    internal static Schedule Of(Session session, List<ScheduleEntry> entries) =>
        new(entries) { OneWorker = session.HasOneWorker };

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

    /// <summary>Who ran in a trace, event by event: those that count.</summary>
    internal static List<string> Letters(Trace trace)
    {
        var letters = new List<string>();
        for (var i = 0; i < trace.Count; i++)
        {
            if (Counts(trace[i]))
                letters.Add(trace[i].Operation.Letter);
        }
        return letters;
    }

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

    private static bool Leads(Session session, List<ScheduleEntry> entries, IReadOnlyList<string> letters)
    {
        var execution = session.Replay(new Replaying(new(entries)));
        return execution.Fault is not { Kind: FailureKind.ScheduleDoesNotFit }
            && Letters(execution.Trace).Take(letters.Count).SequenceEqual(letters);
    }
}
