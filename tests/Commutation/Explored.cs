using Commutation.Real;
using Commutation.Sources;
using Interleavings;

namespace Commutation;

/// <summary>Two calls on two threads, explored.</summary>
sealed class Explored
{
    static readonly Bounds bounds = new()
    {
        Executions = 400,
        TotalEvents = 40_000,
        EventsPerExecution = 1_000,
        SilentRounds = 200_000,
        Simplification = 1,
        SimplificationEvents = 1_000,
        AfterDataRace = 1,
        AfterRefusal = 20,
    };

    /// <summary>What the executions end with, each once.</summary>
    public HashSet<string> Outcomes { get; } = [];

    public Verdict Verdict { get; }

    public Explored(Programs programs, int state, int first, int second) => Verdict =
        Explorer.Explore(
            () => { Outcomes.Add(Observation.Of(programs.OnTwoThreads(state, first, second))); },
            bounds, programs.Woven);

    public bool IsRace => Verdict is
        { Outcome: Outcome.Broken, Failure.Kind: FailureKind.DataRace };

    /// <summary>What was unsupported; null if all of it was explored.</summary>
    public string? Unsupported => Verdict.Outcome switch
    {
        Outcome.Refused => Verdict.Refusal!.Member,
        Outcome.Unfinished => "limit: " + Verdict.BoundReached,
        _ => null,
    };
}
