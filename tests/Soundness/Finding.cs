using Interleavings;
using Soundness.Programs;

namespace Soundness;

/// <summary>What came of a program.</summary>
/// <param name="Verdict">Without an assertion.</param>
/// <param name="Mismatches">Each as a sentence.</param>
sealed record Finding(FuzzProgram Program, Verdict Verdict, IReadOnlyList<string> Mismatches)
{
    public bool OracleSays { get; init; }

    /// <summary>Whether its states are few enough for the oracle, but its interleavings have no end.</summary>
    public bool IsShortfall => OracleSays && Kind is "Unfinished: polling" or "Broken: EndlessLoop";

    public int RealRuns { get; init; }

    /// <summary>Counterexamples that came out on real threads.</summary>
    public int Forced { get; init; }

    /// <summary>Counterexamples that the oracle has as well.</summary>
    public int Confirmed { get; init; }

    /// <summary>Whether it may go on for ever by bad luck alone: it can always still end.</summary>
    public bool HasFairCycle { get; init; }

    public double Milliseconds { get; init; }

    /// <summary>The verdict, and what tells its kind from others.</summary>
    public string Kind => Verdict.Outcome switch
    {
        Outcome.Broken => $"Broken: {Verdict.Failure!.Kind}",
        Outcome.Refused => $"Refused: {Verdict.Refusal!.Member}",
        Outcome.Unfinished => $"Unfinished: {Reason(Verdict.BoundReached!)}",
        _ => "Proved",
    };

    /// <summary>Without the names and lines of one program.</summary>
    static string Reason(string bound) => bound.Contains(" may go round ") ? "polling" : bound;
}
