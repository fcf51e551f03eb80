using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Explores every interleaving, up to the order of independent events.</summary>
internal sealed class Exhaustive
{
    private readonly Session _session;
    private readonly OptimalDpor _dpor = new();
    private readonly DataRaces _races = new();
    private readonly Execution _execution;
    private IReadOnlyList<string>? _failed;
    private IReadOnlyList<string>? _raced;
    private long _executions, _redundant, _failures, _events, _racedAt;
    private long? _firstFailureAt;
    private string? _advice;
    private bool _hasSharedOut;

    /// <summary>Executions in which everybody had to be given turns.</summary>
    private int _long;

    private const int MostLong = 50;
    private int _longest;

    /// <param name="isExact">Whether nothing may be taken to commute that might not.</param>
    internal Exhaustive(Session session, bool isExact = false)
    {
        _session = session;
        _execution = session.Execution(_dpor, isExact);
    }

    internal Verdict Run()
    {
        while (true)
        {
            _execution.Run(_session.Program, _dpor.Shared);
            if (_execution.Ending == Ending.Refused) return Refused();
            if (_execution.Ending == Ending.Doubted) return new Exhaustive(_session, true).Run();
            Count();
            if (IsBroken) return Broken();
            if (BoundReached() is { } bound) return _raced is null ? Unfinished(bound) : Broken();
            _dpor.Analyse(_execution);
            if (_session.Pulse.IsAsked) Answer();
            if (!_dpor.Backtrack(_execution.Trace)) break;
        }
        if (_failed is not null || _raced is not null) return Broken();
        if (!IsRepeatable()) return Broken();
        return _hasSharedOut && !_session.HasOneWorker ? WithOneWorker(Verdict(Outcome.Proved)) : Verdict(Outcome.Proved);
    }

    /// <summary>
    /// A parallel loop promises no second worker: its iterations must not wait for each other. So they
    /// are run one after the other as well.
    /// </summary>
    private Verdict WithOneWorker(Verdict proved)
    {
        var alone = new Session(_session.Program, _session.Bounds, _session.Main, _session.Pulse)
        {
            HasOneWorker = true,
        };
        var verdict = new Exhaustive(alone).Run();
        return verdict.Outcome == Outcome.Proved ? proved : verdict with
        {
            Executions = _executions + verdict.Executions,
            Redundant = _redundant + verdict.Redundant,
            FirstFailureAt = _executions + verdict.FirstFailureAt,
            LongestExecution = Math.Max(_longest, verdict.LongestExecution),
        };
    }

    /// <summary>
    /// A proof holds if the schedule is all that the program depends on. What was explored agrees
    /// where executions overlap; the last of them is run once more, in case there was only one.
    /// </summary>
    private bool IsRepeatable()
    {
        for (var i = 0; i < Simplification.Repetitions(_execution); i++)
        {
            var steps = _execution.Trace.Count;
            _dpor.Repeat(_execution.Trace);
            _execution.Run(_session.Program, _dpor.Shared);
            if (_execution.Ending == Ending.Complete && _execution.Trace.Count > steps)
                _execution.GoesOnAfter(steps);
            if (_execution.Ending == Ending.Complete) continue;
            _failed = ScheduleText.Letters(_execution.Trace);
            _firstFailureAt = _executions + 1;
            return false;
        }
        return true;
    }

    /// <summary>Looks for an interleaving that passes.</summary>
    internal Verdict RunUntilOnePasses() => UntilOnePasses() with { AsksForSome = true };

    private Verdict UntilOnePasses()
    {
        while (true)
        {
            _execution.Run(_session.Program, _dpor.Shared);
            if (_execution.Ending == Ending.Refused) return Refused();
            if (_execution.Ending == Ending.Doubted) return new Exhaustive(_session, true).UntilOnePasses();
            Count();
            if (_execution.Ending == Ending.Complete) return Verdict(Outcome.Proved);
            if (_execution.Fault is { Kind: FailureKind.Nondeterminism }) return Broken(forSome: true);
            if (BoundReached() is { } bound) return Unfinished(bound);
            _dpor.Analyse(_execution);
            if (!_dpor.Backtrack(_execution.Trace)) return Broken(forSome: true);
        }
    }

    internal static bool Fails(Execution execution) =>
        execution.Ending is Ending.Failed or Ending.Blocked || execution.Fault is not null;

    private bool IsBroken => _failed is not null
        && (!_session.Bounds.CountAll || _execution.Fault is { Kind: FailureKind.Nondeterminism });

    private void Count()
    {
        var trace = _execution.Trace;
        _hasSharedOut |= _execution.HasSharedOut;
        _races.Keep(_dpor.Shared);
        _events += trace.Count;
        _longest = Math.Max(_longest, trace.Count);
        if (_execution.IsLong && !Fails(_execution)) _long++;
        if (_execution.Ending == Ending.Cut)
        {
            _redundant++;
            return;
        }
        _executions++;
        if (Fails(_execution))
        {
            _failures++;
            _firstFailureAt ??= _executions;
            _failed ??= ScheduleText.Letters(trace);
        }
        else if (_raced is null && _races.ScanNew(trace) is not null)
        {
            _firstFailureAt ??= _executions;
            _racedAt = _executions;
            _raced = ScheduleText.Letters(trace);
        }
    }

    private void Answer()
    {
        _session.Pulse.IsAsked = false;
        _session.Pulse.Answer = new(_executions, _executions / _dpor.Explored(_execution.Trace), 0,
            _failed is not null || _raced is not null);
    }

    private string? BoundReached()
    {
        var bounds = _session.Bounds;
        if (_executions + _redundant >= bounds.Executions)
            return Reached($"{bounds.Executions:N0} executions");
        if (_events >= bounds.TotalEvents) return Reached($"{bounds.TotalEvents:N0} events");
        if (_long >= MostLong || _execution.Ending == Ending.Unfair) return Polling();
        // A data race is failure enough; a wrong result shows more, so look for one a while.
        if (_raced is not null && !bounds.CountAll && _executions - _racedAt >= bounds.AfterDataRace)
            return "a data race";
        return null;

        static string Reached(string bound) => FormattableString.Invariant(
            $"the bound of {bound} was reached");
    }

    /// <summary>
    /// There is no end of such interleavings: one for each number of rounds. A few are explored, in
    /// search of a failure.
    /// </summary>
    private string Polling()
    {
        _advice = "Let it wait for the change: Monitor.Wait, an event or a semaphore, instead of a loop"
            + " that asks again and again.";
        var (operation, rounds) = (_execution.Operations[0], 0);
        foreach (var candidate in _execution.Operations)
        {
            var count = _execution.Trace.CountOf(candidate);
            if (count > rounds) (operation, rounds) = (candidate, count);
        }
        var where = operation.LoopSite is { } site ? $" ({Site.Parse(site)})" : "";
        return $"{operation.Letter} may go round its loop{where} any number of times"
            + " until another has had its turn: there is no end of interleavings";
    }

    /// <remarks>
    /// Failing executions are shown as exact ones. What was found when things were taken to commute
    /// may have no schedule there; then it is looked for there.
    /// </remarks>
    private Verdict Broken(bool forSome = false)
    {
        if (_execution.Fault is { Kind: FailureKind.Nondeterminism })
            return Verdict(Outcome.Broken) with { Failure = Failures.Of(_execution, ScheduleText.Of(_session, [])) };
        var failure = _failed is not null
            ? Simplification.Of(_session, _failed, Fails)
            : Simplification.Of(_session, _raced!, HasRace);
        if (failure is { Kind: FailureKind.Nondeterminism, Chances: [] } && !_execution.IsExact)
        {
            var exact = new Exhaustive(_session, true);
            return forSome ? exact.UntilOnePasses() : exact.Run();
        }
        return Verdict(Outcome.Broken) with { Failure = failure };
    }

    private bool HasRace(Execution execution) =>
        execution.Ending is Ending.Complete or Ending.Cut && _races.Scan(execution.Trace) is not null;

    private Verdict Refused() => Verdict(Outcome.Refused) with { Refusal = _execution.Refusal };

    private Verdict Unfinished(string bound) =>
        Verdict(Outcome.Unfinished) with { BoundReached = bound, BoundAdvice = _advice };

    private Verdict Verdict(Outcome outcome) => new()
    {
        Outcome = outcome,
        Executions = _executions,
        Redundant = _redundant,
        FailedExecutions = _failures,
        FirstFailureAt = _firstFailureAt,
        LongestExecution = _longest,
        PoolThreads = _session.Bounds.PoolThreads,
        UnderSequentialConsistency = [.. _races.Volatile],
        Chances = outcome == Outcome.Proved ? [.. _execution.Chances] : [],
    };
}
