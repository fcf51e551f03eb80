namespace Interleavings.Scheduling;

public sealed partial class Execution
{
    /// <summary>Ends the execution with a failure, unless it is over already.</summary>
    internal void Fail(Fault fault)
    {
        if (IsOver) return;
        Fault = fault;
        Ending = Ending.Failed;
    }

    /// <summary>An exception left an operation. To count every trace, the others go on.</summary>
    internal void Escaped(Fault fault)
    {
        if (_bounds.CountAll) Fault ??= fault;
        else Fail(fault);
    }

    /// <summary>Ends the execution with a failure; the calling operation unwinds.</summary>
    internal Unwinding Stop(Fault fault)
    {
        Fail(fault);
        return new();
    }

    /// <summary>Ends the execution because of a member outside control; the caller unwinds.</summary>
    internal Unwinding Refuse(string member, string reason, string site)
    {
        if (!IsOver)
        {
            Refusal = new(member, reason, Site.Parse(site));
            Ending = Ending.Refused;
        }
        return new();
    }

    /// <summary>
    /// Ends an execution that has reached its bound. Endless it is if everybody who could go on has had
    /// turns in its second half, and that did not help.
    /// </summary>
    private void TooLong(Operation current)
    {
        var half = _bounds.EventsPerExecution / 2;
        if (_operations.Exists(o => o.LastEvent < half && o.Alarm is null && IsEnabled(o)))
        {
            Ending = Ending.Unfair;
            return;
        }
        Fail(new(FailureKind.EndlessLoop, current,
            FormattableString.Invariant($"it goes on after {_bounds.EventsPerExecution:N0} steps"), null, current.LoopSite ?? current.Seen));
    }

    /// <summary>
    /// Ends the execution because the order of two events matters that were taken to commute, such as
    /// arrivals at a barrier where one too many arrives. Those who take them so must notice in
    /// whatever order they come. The exploration begins anew, with <see cref="IsExact"/>.
    /// </summary>
    internal Unwinding Doubt()
    {
        if (!IsOver) Ending = Ending.Doubted;
        return new();
    }

    /// <summary>The same, with something that the exploration must know from the start.</summary>
    internal Unwinding Learns(Action<Insight> learns)
    {
        if (!IsOver) learns(Insight);
        return Doubt();
    }

    private void EndedEarly()
    {
        Ending = Ending.None;
        Fail(new(FailureKind.Nondeterminism, _operations[0],
            $"step {Trace.Count + 1} was {Told(Trace[Trace.Count])}; on the same schedule, all have ended now",
            null, null));
    }

    /// <summary>In place of the proof's last execution, one that is longer on the same schedule.</summary>
    internal void GoesOnAfter(int steps)
    {
        Ending = Ending.None;
        Fail(new(FailureKind.Nondeterminism, _operations[0],
            $"all had ended after {steps} steps; on the same schedule, step {steps + 1} now is"
                + $" {Told(Trace[steps])}",
            null, null));
    }

    private static string Told(in Event e) =>
        $"{e.Operation.Letter} {e.Kind} {Site.Parse(e.Site).Target} ({Site.Parse(e.Site)})";

    /// <summary>The program did something else than in the execution before, on the same schedule.</summary>
    internal void Diverge(Operation? found)
    {
        var then = Trace.Count < Trace.Expected ? $"was {Told(Trace[Trace.Count])}" : "was possible";
        var now = found is null ? "it now can't go on" : $"it now is {Told(found.Next)}";
        Fail(new(FailureKind.Nondeterminism, found ?? _operations[0],
            $"step {Trace.Count + 1} {then}; on the same schedule, {now}",
            null, found?.Next.Site));
    }
}
