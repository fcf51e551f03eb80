using System.Diagnostics;
using Trace = Interleavings.Scheduling.Trace;
using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Makes, of an execution that failed, what a reader needs to see.</summary>
internal static class Failures
{
    /// <param name="execution">At its end, with values recorded.</param>
    internal static Failure Of(Execution execution, Schedule schedule)
    {
        var race = new DataRaces().Scan(execution.Trace);
        var isRace = race is not null && Severities.Of(execution) < Severity.DataRace;
        var (kind, message) = isRace ? Raced(execution, race) : Cause(execution, race);
        var fault = isRace ? null : execution.Fault;
        var steps = execution.Trace.Count;
        if (isRace && steps > Long.Events) steps = race!.Value.Second + 1;
        if (execution.Cycle is { } cycle) steps = cycle.End;
        return new()
        {
            Kind = kind,
            Message = message,
            Schedule = schedule,
            Operations = Operations(execution),
            Steps = [.. Steps(execution).Take(steps)],
            Exception = fault?.Exception,
            Site = SiteOf(fault),
            Operation = fault?.Operation.Number,
            Race = race is { } pair ? Race(execution.Trace, pair.First, pair.Second) : null,
            Waits = execution.Ending == Ending.Blocked && !isRace ? [.. Waits.Of(execution)] : [],
            Chances = [.. execution.Chances],
            RepeatsFrom = execution.Cycle?.Start,
        };
    }

    /// <param name="execution">At its end, with values recorded; it has passed.</param>
    internal static PassingExecution Beside(Execution execution) =>
        new(Operations(execution), [.. Steps(execution)]);

    private static OperationSummary[] Operations(Execution execution) =>
        [.. execution.Operations.Where(o => o.Alarm is null).Select(Summary)];

    private static (FailureKind, string) Cause(Execution execution, (int First, int)? race)
    {
        if (execution.Fault is { } fault) return (fault.Kind, fault.Message);
        if (execution.Ending == Ending.Blocked)
        {
            if (Starvation.Explains(execution))
                return (FailureKind.ThreadPoolStarvation, Starvation.Message(execution));
            // A wait whose time is not up before a change is a round of a loop as well.
            var spins = execution.Operations.Any(o => !o.HasEnded
                && (o.Next.Kind == EventKind.Spin || o.Alarm is { IsHeldBack: true }));
            if (spins) return (FailureKind.Livelock, "a loop waits for a change that never comes");
            return LostWakeUps.Explain(execution)
                ? (FailureKind.LostWakeUp, "nobody is left to pulse those who wait")
                : (FailureKind.Deadlock, $"deadlock after {execution.Trace.Count} steps");
        }
        return Raced(execution, race);
    }

    private static (FailureKind, string) Raced(Execution execution, (int First, int)? race)
    {
        var variable = race is { } pair ? Site.Parse(execution.Trace[pair.First].Site).Target : "";
        return (FailureKind.DataRace, $"data race on {variable}");
    }

    private static OperationSummary Summary(Operation operation) => new(
        operation.Number, operation.Letter, operation.ThreadName, operation.Creator?.Number ?? -1)
    {
        GoesOn = operation.GoesOn,
    };

    private static IEnumerable<Step> Steps(Execution execution)
    {
        var trace = execution.Trace;
        for (var i = 0; i < trace.Count; i++)
        {
            var e = trace[i];
            var site = Site.Parse(e.Site);
            var target = Started(execution, trace[i]) ?? site.Target;
            // A time limit is told with what is waited for; a PeriodicTimer's tick, with the timer.
            var location = e.Operation.Alarm is { } alarm ? alarm.SubjectAt(e.Location)
                : e.Kind != EventKind.SetAlarm ? e.Location
                : e.Location!.Model is { } subject ? subject as Location ?? e.Location
                : null;
            yield return new(
                e.Operation.Number, e.Kind, target, e.Value, site, location?.Id ?? -1);
        }
    }

    /// <summary>For events about an operation, its letter.</summary>
    private static string? Started(Execution execution, in Event e)
    {
        if (e.Kind is not (EventKind.Start or EventKind.Join or EventKind.Alive)) return null;
        foreach (var operation in execution.Operations)
        {
            if (operation.Lifecycle == e.Location) return operation.Letter;
        }
        return null;
    }

    private static DataRace Race(Trace trace, int first, int second)
    {
        var (one, other) = (trace[first], trace[second]);
        var site = Site.Parse(one.Site);
        return new(
            site.Target,
            one.Operation.Number, one.Kind, site,
            other.Operation.Number, other.Kind, Site.Parse(other.Site));
    }

    /// <summary>The line given with the fault, or that of the topmost woven frame.</summary>
    private static Site? SiteOf(Fault? fault) => fault switch
    {
        { Site: { } text } => Site.Parse(text),
        { Exception: { } exception } => SiteOf(exception),
        _ => null,
    };

    private static Site? SiteOf(Exception exception)
    {
        foreach (var frame in new StackTrace(exception, true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || frame.GetFileName() is not { } path) continue;
            if (!WovenAssemblies.IsWoven(method.Module.Assembly)) continue;
            return new(path, frame.GetFileLineNumber(), method.Name, "");
        }
        return null;
    }
}
