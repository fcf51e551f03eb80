using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Replays a schedule: the execution to look at in a debugger.</summary>
internal static class OneExecution
{
    internal static Verdict Run(Session session, Schedule schedule)
    {
        // Once and no more: the program may show the caller what this one execution came to.
        var counting = new CountingPreemptions(new Replaying(schedule));
        var execution = session.Replay(counting, recordsValues: true);
        // But for one that has to know something of the program from its start.
        while (execution.Ending == Ending.Doubted)
        {
            counting = new(new Replaying(schedule));
            execution = session.Replay(counting, recordsValues: true);
        }
        var verdict = new Verdict
        {
            Outcome = Outcome.Unfinished,
            Executions = 1,
            BoundReached = "one schedule",
            LongestExecution = execution.Trace.Count,
        };
        if (Severities.Of(execution, new()) < Severity.LeftBehind)
            return execution.Limit is { } limit
                ? verdict with { BoundReached = limit.Sentence, BoundAdvice = limit.Advice }
                : execution.Refusal is not { } refusal ? verdict
                : verdict with { Outcome = Outcome.Refused, Refusal = refusal };
        var events = execution.Cycle?.End ?? execution.Trace.Count;
        return verdict with
        {
            Outcome = Outcome.Broken,
            FailedExecutions = 1,
            FirstFailureAt = 1,
            Failure = Failures.Of(execution, schedule) with
            {
                Preemptions = counting.Within(events),
                Switches = Counting.Switches(execution.Trace, events),
            },
        };
    }
}
