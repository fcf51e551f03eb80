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
        // How much memory there is depends on the machine.
        if (!AsksTooMuch && fault.Exception is OutOfMemoryException)
        {
            Reach(Limit.OfMemory(fault.Operation, _pulse.MostKept, fault.Operation.Seen));
            return;
        }
        if (_bounds.CountAll) Fault ??= fault;
        else Fail(fault);
    }

    /// <summary>Ends the execution with a failure; the calling operation unwinds.</summary>
    internal Unwinding Stop(Fault fault)
    {
        Fail(fault);
        return new();
    }

    /// <summary>
    /// Nothing is left to run. Operations that are blocked are a failure of the program, unless one of
    /// them is blocked by the explorer itself.
    /// </summary>
    private void Settle()
    {
        if (Ending == Ending.Blocked && _operations.Find(SpinsByChance) is { ChanceInLoop: { } chance })
            Refusal ??= Nondeterminism.By([chance]);
        Refusal ??= Finalizable.Refusal ?? WeakTargets.Refusal;
        if (TicksLeftOutAt is { } timer && Ending != Ending.Complete
            && !Interleavings.Models.Standstill.HasCycle(this))
        {
            LooksForMoreTicks(timer);
            return;
        }
        if (Refusal is not null && !Interleavings.Models.Standstill.HasCycle(this))
        {
            Ending = Ending.Refused;
            return;
        }
        var mayBeLeft = LeftRunning == LeftRunning.Allowed;
        if (Ending == Ending.Blocked && Interleavings.Models.Standstill.LeftRunning(this) is { } left)
        {
            if (!mayBeLeft || left.IsForeground) Fault ??= left.Fault;
            else Ending = Ending.Complete;
        }
        if (Ending == Ending.Complete) Fault ??= Interleavings.Models.Leftovers.Of(this);
    }

    /// <summary>
    /// More ticks of a timer might have let somebody go on: then the exploration begins anew with more of
    /// them, up to a limit.
    /// </summary>
    private void LooksForMoreTicks(string timer)
    {
        if (Insight.Ticks >= Insight.MostTicks)
        {
            (Limit, Ending) = (Limit.OfTicks(Insight.Ticks, timer), Ending.Limited);
            return;
        }
        Insight.Ticks *= 2;
        Ending = Ending.Doubted;
    }

    private static bool SpinsByChance(Operation operation) =>
        operation is { IsPending: true, Next.Kind: EventKind.Spin, ChanceInLoop: not null };

    /// <summary>
    /// Before a member outside control: the operation stays there for ever, and the others go on. What
    /// they do before that call, they may do in a real run as well; so what fails there is a failure.
    /// </summary>
    internal Unwinding Park(Operation operation, string member, string reason, string site)
    {
        // In the middle of what runs as a whole, no other operation may run.
        if (IsOver || operation.Unscheduled > 0) return Refuse(member, reason, site);
        Refusal ??= new(member, reason, Site.Parse(site));
        Announce(operation, EventKind.Sleep, site);
        operation.Next.Guard = Guard.Never;
        Perform(operation);
        return new();
    }

    /// <summary>Ends the execution because of a member outside control; the caller unwinds.</summary>
    internal Unwinding Refuse(string member, string reason, string site)
    {
        if (!IsOver)
        {
            Refusal ??= new(member, reason, Site.Parse(site));
            Ending = Ending.Refused;
        }
        return new();
    }

    /// <summary>There is no place for another operation: what it would do isn't known.</summary>
    internal Unwinding TooMany(string site) => Refuse(
        $"more than {Identities.MaxOperations} threads, tasks and time limits",
        "a few show in an exploration what many would: start fewer, and make sure that what starts them"
        + " comes to an end", site);

    /// <summary>Ends the execution because of a limit; the calling operation unwinds.</summary>
    internal Unwinding Reach(Limit limit)
    {
        if (!IsOver) (Limit, Ending) = (limit, Ending.Limited);
        return new();
    }

    /// <summary>A loop goes on and on, and no round changes anything: so none ends it.</summary>
    private void NeverEnds(Operation operation, string rounds, string site)
    {
        if (!EndsByChance(operation))
            Fail(new(FailureKind.EndlessLoop, operation,
                $"it goes on after {rounds}, and a round changes nothing", null, site));
    }

    /// <summary>Calls one inside the other go on and on.</summary>
    internal Unwinding Nested(Operation operation, string count)
    {
        var site = operation.Calls.FirstOfCycle();
        if (!operation.Calls.NeverEnd) NotEnded(operation, Limit.OfCalls(operation, count, site));
        else if (!EndsByChance(operation))
            Fail(new(FailureKind.EndlessRecursion, operation, $"they go on after {count}", null, site));
        return new();
    }

    /// <summary>Something goes on and on, and may end later: unless it is chance that decides when.</summary>
    private void NotEnded(Operation operation, Limit limit)
    {
        if (!EndsByChance(operation)) Reach(limit);
    }

    private bool EndsByChance(Operation operation)
    {
        if (IsOver) return false;
        var decides = operation.ChanceInLoop is { } chance ? Nondeterminism.By([chance]) : Finalizable.Refusal;
        if (decides is null) return false;
        Refusal ??= decides;
        Ending = Ending.Refused;
        return true;
    }

    /// <summary>
    /// Ends an execution that has reached its bound. Only if every operation that could go on has had
    /// turns in its second half is it known that more turns don't help.
    /// </summary>
    private void TooLong(Operation current)
    {
        var half = _bounds.EventsPerExecution / 2;
        if (_operations.Exists(o => o.LastEvent < half && o.Alarm is null && IsEnabled(o)))
        {
            Ending = Ending.Unfair;
            return;
        }
        Refusal ??= Finalizable.Refusal;
        if (Refusal is null && Interleavings.Scheduling.Cycle.Of(this) is { } cycle)
        {
            Cycle = cycle;
            Fail(new(FailureKind.Livelock, current,
                "the same steps come again and again, and nobody gets any further", null, null));
            return;
        }
        var steps = FormattableString.Invariant($"{_bounds.EventsPerExecution:N0} steps");
        if (current.Calls.IsDeep) _ = Nested(current, steps);
        else NotEnded(current, Limit.OfLoop(current, steps, current.LoopSite ?? current.Seen));
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
        Diverges(new(Trace.Count + 1, Told(Trace[Trace.Count]), "the end of the test",
            Site.Parse(Trace[Trace.Count].Site)));
    }

    /// <summary>In place of the proof's last execution, one that is longer on the same schedule.</summary>
    internal void GoesOnAfter(int steps)
    {
        Ending = Ending.None;
        Diverges(new(steps + 1, "the end of the test", Told(Trace[steps]), Site.Parse(Trace[steps].Site)));
    }

    private static string Told(in Event e) =>
        $"{e.Operation.Letter} {e.Kind} {Site.Parse(e.Site).Target} ({Site.Parse(e.Site)})";

    /// <summary>The program did something else than in the execution before, on the same schedule.</summary>
    internal void Diverge(Operation? found)
    {
        var expected = Trace.Count < Trace.Expected;
        var then = expected ? Told(Trace[Trace.Count]) : "a step of an operation that could run";
        var now = found is null ? "no step of that operation: it has to wait" : Told(found.Next);
        Diverges(new(Trace.Count + 1, then, now,
            Site.Parse(found is not null ? found.Next.Site : expected ? Trace[Trace.Count].Site : null)));
    }

    private void Diverges(Divergence divergence)
    {
        if (IsOver) return;
        Divergence = divergence;
        Ending = Ending.Diverged;
    }
}
