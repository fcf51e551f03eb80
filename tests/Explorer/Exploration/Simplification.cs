using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Makes the simplest counterexample of one that was found.</summary>
internal static class Simplification
{
    /// <param name="found">The turns of the failing execution.</param>
    /// <param name="severity">What it shows: another that shows as much will do.</param>
    /// <returns>Null if it does not fail again: the program depends on more than its schedule.</returns>
    internal static Failure? Of(Session session, IReadOnlyList<Turn> found, Severity severity)
    {
        // Alone, it has one order only.
        var best = found.All(turn => turn.Letter == "main") ? new(severity, 0, 0, found)
            : Simplest.Find(session, severity, severity, found.Count);
        return (best is null ? null : Shown(session, best.Turns, best.Severity, best))
            ?? Shown(session, Shortening.Of(session, found, severity), severity, null);
    }

    /// <summary>The simplest failure of a program of which none is known.</summary>
    /// <param name="longest">How many events the longest known execution has.</param>
    /// <returns>Null if none was found among the simple schedules.</returns>
    internal static Failure? Search(Session session, int longest) =>
        Simplest.Find(session, Severity.LeftBehind, Severity.Failure, longest) is { } best
            ? Shown(session, best.Turns, best.Severity, best)
            : null;

    private static Failure? Shown(
        Session session, IReadOnlyList<Turn> turns, Severity severity, Candidate? best)
    {
        var races = new DataRaces();
        var schedule = ScheduleText.For(session, turns, IsSame);
        var execution = session.Replay(new Replaying(schedule), recordsValues: true);
        if (execution.Fault is { Kind: FailureKind.ScheduleDoesNotFit } || !IsSame(execution)
            || !Repetition.Fails(session, execution, IsSame)) return null;
        if (execution.Cycle is { } cycle) return FairLivelock.Shown(session, execution, cycle);
        var failure = Failures.Of(execution, schedule);
        var deciding = Deciding.Find(session, execution);
        return failure with
        {
            Preemptions = best?.Preemptions ?? Counting.Preemptions(session, execution),
            Switches = best?.Switches ?? Counting.Switches(execution.Trace),
            IsSimplest = best?.IsSimplest == true,
            Deciding = deciding?.Pair,
            Passing = deciding is (_, var passing)
                ? Failures.Beside(session.Replay(passing, recordsValues: true))
                : null,
        };

        bool IsSame(Execution other) => Severities.Of(other, races) >= severity;
    }
}
