using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Explores every interleaving, up to the order of independent events.</summary>
internal sealed class Exhaustive
{
    private readonly Session _session;
    private readonly OptimalDpor _dpor = new();
    private readonly DataRaces _races = new();
    private readonly Execution _execution;
    private readonly Findings _findings = new();
    private long _executions, _redundant, _failures, _events, _rounds;
    private string? _advice;
    private bool _hasSharedOut;

    /// <summary>Executions in which everybody had to be given turns.</summary>
    private int _long;

    private const int MostLong = 50;

    /// <summary>Events spent in search of a failure, once a limit has ended an execution.</summary>
    private const long EventsAfterLimit = 30_000;

    private const int ExecutionsAfterLimit = 200;
    private bool _hasLookedForLivelock;
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
            if (MustBeExact) return new Exhaustive(_session, true).Run();
            Count();
            if (IsDecided) return Broken();
            if (_long == 1 && !_findings.IsBroken && Livelock() is { } livelock) return livelock;
            if (BoundReached() is { } bound) return Ended(bound);
            if (!Goes()) break;
        }
        if (_findings.IsBroken) return Broken();
        if (_findings.Refusal is not null) return Refused();
        if (_findings.TicksLeftOutAt is { } timer) return Unfinished(Ticking(timer));
        if (!IsRepeatable())
            return MustBeExact ? new Exhaustive(_session, true).Run()
                : _findings.IsBroken ? Broken()
                : Refused();
        var proved = Verdict(Outcome.Proved);
        if (_hasSharedOut && _session is { HasOneWorker: false, HashOrder: 0 }) proved = WithOneWorker(proved);
        return proved.Outcome == Outcome.Proved && _session is { HashOrder: 0 }
            ? InEachHashOrder(proved) : proved;
    }

    /// <summary>Objects that are told apart by their hash codes may have them in any order.</summary>
    private Verdict InEachHashOrder(Verdict proved)
    {
        var hashed = _session.Insight.Hashed;
        var orders = Models.IdentityHashes.CountOf(hashed.Count);
        var count = hashed.Count;
        for (var i = 1; i < orders; i++)
        {
            var verdict = new Exhaustive(_session with { HashOrder = i }).Run();
            // Others are told apart in this order: then there are more orders.
            if (hashed.Count > count) return new Exhaustive(_session, true).Run();
            verdict = verdict with
            {
                Executions = proved.Executions + verdict.Executions,
                Redundant = proved.Redundant + verdict.Redundant,
                FirstFailureAt = proved.Executions + verdict.FirstFailureAt,
                LongestExecution = Math.Max(proved.LongestExecution, verdict.LongestExecution),
            };
            if (verdict.Outcome != Outcome.Proved) return verdict;
            proved = verdict;
        }
        return proved;
    }

    /// <summary>To the next execution.</summary>
    /// <returns>False if there is none.</returns>
    private bool Goes()
    {
        // One that left the schedule tells nothing of what may follow there.
        if (_execution.Ending != Ending.Diverged) _dpor.Analyse(_execution);
        if (_session.Pulse.IsAsked) Answer();
        return _dpor.Backtrack(_execution.Trace);
    }

    /// <summary>
    /// Whether what was taken to commute doesn't, or may not: that the same schedule led elsewhere can
    /// be a consequence.
    /// </summary>
    private bool MustBeExact => _execution.Ending == Ending.Doubted
        || _execution is { Ending: Ending.Diverged, IsExact: false, Chances: [] };

    /// <summary>Whether nothing that may still be found would matter more.</summary>
    private bool IsDecided => !_session.Bounds.CountAll
        && (_findings.Worst is Severity.Failure or Severity.Endless
            // To analyse what goes on and on takes longest, and a failure is known.
            || (_execution.IsLong || _execution.Ending == Ending.Limited) && _findings.IsBroken);

    /// <summary>Once it is known that operations go round and round.</summary>
    private Verdict? Livelock()
    {
        if (_hasLookedForLivelock) return null;
        _hasLookedForLivelock = true;
        if (FairLivelock.Find(_session) is not { } failure) return null;
        _findings.Add(_execution, Severity.Failure, _executions);
        return Verdict(Outcome.Broken) with { Failure = failure };
    }

    private Verdict Ended(string bound)
    {
        if (_findings.IsBroken) return Broken();
        if (_findings.Refusal is not null) return Refused();
        // Each execution would take as long again.
        if (_execution.Rounds >= _session.Bounds.SilentRounds || _execution.Limit is { IsOfMemory: true })
            return Unfinished(bound);
        return Simplification.Search(_session with { Bounds = Further }, _longest) is { } failure
            ? Verdict(Outcome.Broken) with { Failure = failure }
            : Unfinished(bound);
    }

    /// <summary>Where what goes on and on takes most of the time, less of it is spent on a search.</summary>
    private Bounds Further => _findings.NotEnded is null ? _session.Bounds
        : _session.Bounds with
        {
            SimplificationEvents = Math.Min(_session.Bounds.SimplificationEvents, EventsAfterLimit),
            Simplification = Math.Min(_session.Bounds.Simplification, ExecutionsAfterLimit),
        };

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
        for (var i = 0; i < Repetition.Times(_execution); i++)
        {
            var steps = _execution.Trace.Count;
            _dpor.Repeat(_execution.Trace);
            if (_execution.Chances.Count > 0) _execution.Salt = Repetition.Salt(i + 1);
            _execution.Run(_session.Program, _dpor.Shared);
            if (_execution.Ending == Ending.Complete && _execution.Trace.Count > steps)
                _execution.GoesOnAfter(steps);
            if (_execution is { Ending: Ending.Complete or Ending.Starved, Fault: null }) continue;
            var severity = Severities.Of(_execution);
            if (severity < Severity.Unsupported) _execution.GoesOnAfter(_execution.Trace.Count - 1);
            _findings.Add(_execution, Severities.Of(_execution), _executions + 1);
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
            if (MustBeExact) return new Exhaustive(_session, true).UntilOnePasses();
            Count();
            if (_execution.Ending == Ending.Complete) return Verdict(Outcome.Proved);
            if (BoundReached() is { } bound)
                return _findings.Refusal is null ? Unfinished(bound) : Refused();
            if (!Goes()) return _findings.Refusal is null ? Broken(forSome: true) : Refused();
        }
    }

    private void Count()
    {
        var trace = _execution.Trace;
        _hasSharedOut |= _execution.HasSharedOut;
        _races.Keep(_dpor.Shared);
        _events += trace.Count;
        _rounds += _execution.Rounds;
        _longest = Math.Max(_longest, trace.Count);
        var severity = Severities.Of(_execution);
        if (_execution.IsLong && severity < Severity.LeftBehind) _long++;
        if (_execution.Ending == Ending.Cut)
        {
            _redundant++;
            return;
        }
        _executions++;
        if (severity >= Severity.LeftBehind) _failures++;
        if (severity < Severity.DataRace && _findings.Worst < Severity.DataRace
            && _races.ScanNew(trace) is not null) severity = Severity.DataRace;
        if (_races.Doubt is { } doubt) _findings.Refuse(doubt, _executions);
        _findings.Add(_execution, severity, _executions);
    }

    private void Answer()
    {
        _session.Pulse.IsAsked = false;
        _session.Pulse.Answer = new(_executions, _executions / _dpor.Explored(_execution.Trace), 0,
            _findings.IsBroken);
    }

    private string? BoundReached()
    {
        var bounds = _session.Bounds;
        if (_executions + _redundant >= bounds.Executions)
            return Reached($"{bounds.Executions:N0} executions");
        if (_events >= bounds.TotalEvents) return Reached($"{bounds.TotalEvents:N0} events");
        if (_rounds >= bounds.TotalRounds) return Reached($"{bounds.TotalRounds:N0} rounds of loops");
        if (_dpor.Work >= bounds.Analysis) return Reached($"{bounds.Analysis:N0} steps of analysis");
        if (_session.Pulse.HasFilledMemory(_execution)) return FormattableString.Invariant(
            $"what is still to be explored takes more than {_session.Pulse.MostOwn >> 20:N0} MB");
        if (_execution.Limit is { } limit)
        {
            _advice = limit.Advice;
            return limit.Sentence;
        }
        if (_long >= MostLong || _execution.Ending == Ending.Unfair) return Polling();
        // It is failure enough; one that matters more tells more, so look for one a while.
        if (_findings.IsBroken && !bounds.CountAll
            && _executions - _findings.FoundAt >= bounds.AfterDataRace) return "a failure";
        if (_findings is { IsBroken: false, Refusal: not null }
            && _executions + _redundant - _findings.RefusedAt >= bounds.AfterRefusal) return "a refusal";
        if (_findings is { IsBroken: false, TicksLeftOutAt: { } timer }
            && _executions + _redundant - _findings.TicksLeftOutSince >= bounds.AfterRefusal)
            return Ticking(timer);
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

    /// <summary>A timer that repeats goes off any number of times, and each time changes something.</summary>
    private string Ticking(string timer)
    {
        var limit = Limit.OfTicks(_execution.Insight.Ticks, timer);
        _advice = limit.Advice;
        return limit.Sentence;
    }

    /// <remarks>
    /// Failing executions are shown as exact ones. What was found when things were taken to commute
    /// may have no schedule there; then it is looked for there.
    /// </remarks>
    private Verdict Broken(bool forSome = false)
    {
        if (Simplification.Of(_session, _findings.Turns, _findings.Worst) is { } failure)
            return Verdict(Outcome.Broken) with
            {
                Failure = _findings.Worst == Severity.Endless ? failure
                    : failure with { NotEnded = _findings.NotEnded },
            };
        if (_execution.IsExact || _findings.Chances.Count > 0)
            return Refused(_findings.Nondeterminism(new(
                _findings.Turns.Count, "the last before the test failed", "one in a test that passes",
                Site.Unknown)));
        var exact = new Exhaustive(_session, true);
        return forSome ? exact.UntilOnePasses() : exact.Run();
    }

    private Verdict Refused() => Refused(_findings.Refusal!);

    private Verdict Refused(Refusal refusal) => Verdict(Outcome.Refused) with { Refusal = refusal };

    private Verdict Unfinished(string bound) =>
        Verdict(Outcome.Unfinished) with { BoundReached = bound, BoundAdvice = _advice };

    private Verdict Verdict(Outcome outcome) => new()
    {
        Outcome = outcome,
        Executions = _executions,
        Redundant = _redundant,
        FailedExecutions = _failures,
        FirstFailureAt = outcome == Outcome.Broken ? _findings.FoundAt : null,
        LongestExecution = _longest,
        PoolThreads = _session.Bounds.PoolThreads,
        UnderSequentialConsistency = [.. _races.Volatile],
        Chances = outcome == Outcome.Proved ? [.. _execution.Chances] : [],
        OrdersTimes = outcome == Outcome.Proved && _execution.Insight.OrdersTimes,
    };
}
