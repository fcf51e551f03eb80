using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Makes the simplest counterexample of one that was found.</summary>
internal static class Simplification
{
    /// <param name="found">Who ran in the failing execution, event by event.</param>
    /// <param name="fails">Whether an execution that is over fails in the sense that is looked for.</param>
    internal static Failure Of(Session session, IReadOnlyList<string> found, Func<Execution, bool> fails)
    {
        // Alone, it has one order only.
        var best = found.All(letter => letter == "main") ? new(0, 0, found) : Search(session, fails);
        var schedule = ScheduleText.For(session, best?.Letters ?? found);
        var execution = session.Replay(new Replaying(schedule), recordsValues: true);
        if (Otherwise(session, schedule, execution, fails) is { } otherwise)
            return Failures.Nondeterminism(otherwise);
        var failure = Failures.Of(execution, schedule);
        var deciding = Deciding.Find(session, execution);
        return failure with
        {
            Preemptions = best?.Preemptions ?? Counting.Preemptions(session, execution),
            Switches = best?.Switches ?? Counting.Switches(execution.Trace),
            IsSimplest = best is not null,
            Deciding = deciding?.Pair,
            Passing = deciding is (_, var passing)
                ? Failures.Beside(session.Replay(passing, recordsValues: true))
                : null,
        };
    }

    /// <summary>How often an execution has to come out the same again; often, where it asks chance.</summary>
    internal static int Repetitions(Execution execution) => execution.Chances.Count > 0 ? 20 : 1;

    /// <returns>Null if what has failed fails each time.</returns>
    private static Execution? Otherwise(
        Session session, Schedule schedule, Execution execution, Func<Execution, bool> fails)
    {
        if (!fails(execution) || execution.Fault is { Kind: FailureKind.ScheduleDoesNotFit })
            return execution;
        for (var i = 1; i < Repetitions(execution); i++)
        {
            var again = session.Replay(new Replaying(schedule));
            if (!fails(again) || again.Fault?.Kind != execution.Fault?.Kind) return again;
        }
        return null;
    }

    /// <summary>Executions in search of a shorter schedule among the simplest.</summary>
    private const int MostTies = 200;

    /// <summary>An endless loop takes its time in each execution.</summary>
    private const int RoundsOfAnEvent = 10;

    private static Candidate? Search(Session session, Func<Execution, bool> fails)
    {
        var search = new SimplestSchedule();
        var execution = session.Execution(search);
        Candidate? best = null;
        var events = 0L;
        var ties = 0;
        for (var i = 0; i < session.Bounds.Simplification; i++)
        {
            if (!search.Next(best is null ? null : (best.Preemptions, best.Switches))) return best;
            execution.Run(session.Program, 0);
            events += execution.Trace.Count + execution.Rounds / RoundsOfAnEvent;
            if (fails(execution))
            {
                var candidate = new Candidate(
                    search.Preemptions, search.Switches, ScheduleText.Letters(execution.Trace));
                if (candidate.IsSimplerThan(best)) best = candidate;
            }
            if (events > session.Bounds.SimplificationEvents || best is not null && ++ties > MostTies)
                break;
        }
        // The search goes from few preemptions and switches to many: what it has found has the
        // fewest, even if there was no time to look for a shorter one of the same cost.
        return best;
    }

    private sealed record Candidate(int Preemptions, int Switches, IReadOnlyList<string> Letters)
    {
        internal bool IsSimplerThan(Candidate? other) => other is null
            || (Preemptions, Switches, Letters.Count)
                .CompareTo((other.Preemptions, other.Switches, other.Letters.Count)) < 0;
    }
}
