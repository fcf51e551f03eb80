using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>What an exploration has found so far: the first of what matters most.</summary>
internal sealed class Findings
{
    private IReadOnlyList<Chance> _chances = [];

    internal Severity Worst { get; private set; }

    /// <summary>The turns of the execution that showed it.</summary>
    internal IReadOnlyList<Turn> Turns { get; private set; } = [];

    /// <summary>Which execution that was; null where nothing has failed.</summary>
    internal long? FoundAt { get; private set; }

    /// <summary>Why nothing can be proved, if something was unsupported.</summary>
    internal Refusal? Refusal { get; private set; }

    /// <summary>Which execution that was.</summary>
    internal long RefusedAt { get; private set; }

    /// <summary>Where a timer was set of which not all ticks are explored; null if none was.</summary>
    internal string? TicksLeftOutAt { get; private set; }

    /// <summary>Since which execution.</summary>
    internal long TicksLeftOutSince { get; private set; }

    /// <summary>What goes on and on in some execution, as a sentence; null if nothing does.</summary>
    internal string? NotEnded { get; private set; }

    /// <summary>Whether something has failed, or has a data race.</summary>
    internal bool IsBroken => Worst >= Severity.LeftBehind;

    /// <summary>Calls that answer anew each time: of an execution that had some.</summary>
    internal IReadOnlyList<Chance> Chances => _chances;

    /// <param name="number">Of the execution, from 1.</param>
    internal void Add(Execution execution, Severity severity, long number)
    {
        if (_chances.Count == 0 && execution.Chances.Count > 0) _chances = [.. execution.Chances];
        if (TicksLeftOutAt is null && execution.TicksLeftOutAt is { } timer)
            (TicksLeftOutAt, TicksLeftOutSince) = (timer, number);
        NotEnded ??= execution.Limit?.Sentence ?? Limit.SentenceOf(execution.Fault);
        if (severity == Severity.Unsupported) Refuse(WhyOf(execution), number);
        if (severity <= Worst) return;
        var before = Worst;
        Worst = severity;
        if (severity < Severity.LeftBehind) return;
        // A wrong result that a data race leads to was found with the race.
        if (FoundAt is null || before < Severity.DataRace) FoundAt = number;
        Turns = Turn.Of(execution.Trace);
    }

    /// <summary>Nothing was found after all, but that the same schedule leads elsewhere.</summary>
    internal Refusal Nondeterminism(Divergence divergence) => _chances.Count > 0
        ? Scheduling.Nondeterminism.By(_chances)
        : Scheduling.Nondeterminism.Of(divergence);

    private Refusal WhyOf(Execution execution) =>
        execution.Divergence is { } divergence ? Nondeterminism(divergence) : execution.Refusal!;

    internal void Refuse(Refusal refusal, long number)
    {
        if (Refusal is not null) return;
        Refusal = refusal;
        RefusedAt = number;
    }
}
