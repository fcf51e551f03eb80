using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Looks for operations that step aside for each other for ever, where an exploration has found that
/// some go round and round: they may meet each time only if they take turns.
/// </summary>
internal static class FairLivelock
{
    private static readonly int[][] Turns =
    [
        [1], [2], [3], [4], [1, 2], [2, 1], [1, 3], [3, 1], [2, 3], [3, 2], [5], [6], [7], [8],
    ];

    /// <returns>Null if none of a few orders leads there.</returns>
    internal static Failure? Find(Session session)
    {
        foreach (var events in Turns)
        {
            var execution = session.Replay(new TakingTurns(events), recordsValues: true);
            if (execution.Cycle is { } cycle && new DataRaces().Scan(execution.Trace) is null)
                return Shown(session, execution, cycle);
        }
        return null;
    }

    /// <summary>What leads there, and the steps that come again and again, once.</summary>
    internal static Failure Shown(Session session, Execution execution, Cycle cycle)
    {
        var turns = Turn.Of(execution.Trace, cycle.End);
        var before = ScheduleText.Of(turns[..cycle.Start]);
        var schedule = ScheduleText.Of(session, [.. before, .. ScheduleText.Of(turns[cycle.Start..])])
            with { RepeatsFrom = before.Count };
        return Failures.Of(execution, schedule) with
        {
            Preemptions = Counting.Preemptions(session, execution, cycle.End),
            Switches = Counting.Switches(execution.Trace, cycle.End),
        };
    }
}
