using Interleavings;

namespace SecondOpinion;

/// <summary>The explorer's opinion of a program.</summary>
/// <param name="TurnedDown">What it found, by spec: the other engine may stop elsewhere.</param>
sealed record Explored(Opinion Opinion, IReadOnlyDictionary<string, string> TurnedDown)
{
    internal static Explored Of(Type specs)
    {
        Opinion? first = null;
        var turnedDown = new Dictionary<string, string>();
        long executions = 0;
        foreach (var spec in Specs.Of(specs))
        {
            var verdict = spec.Explored();
            if (first is null) executions += verdict.FirstFailureAt ?? verdict.Executions;
            if (verdict.Outcome == Outcome.Proved) continue;
            turnedDown.Add(spec.Name, Kind(verdict));
            first ??= new(Kind(verdict), spec.Name, executions, verdict.ToString());
        }
        return new(first ?? new(Opinion.Right, null, executions), turnedDown);
    }

    static string Kind(Verdict verdict) => verdict switch
    {
        { AsksForSome: true, Outcome: Outcome.Broken } => "never passes",
        { Failure: { } failure } => Words(failure.Kind),
        _ => verdict.Outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>DataRace: "data race".</summary>
    static string Words(FailureKind kind) => string.Concat(kind.ToString().Select((letter, place) =>
        place > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToLowerInvariant();
}
