using Interleavings;
using Soundness.Programs;

namespace Soundness;

/// <summary>The result of one program.</summary>
/// <param name="Verdict">Without an assertion.</param>
/// <param name="Mismatches">Each as a sentence.</param>
sealed record Finding(FuzzProgram Program, Verdict Verdict, IReadOnlyList<string> Mismatches)
{
    public bool OracleSays { get; init; }

    /// <summary>Whether the oracle visited every state, but the explorer found no end.</summary>
    public bool IsShortfall => OracleSays && Kind is "Unfinished: polling" or "Unfinished: not ended"
        or "Broken: EndlessLoop";

    public int RealRuns { get; init; }

    /// <summary>Counterexamples that came out on real threads.</summary>
    public int Forced { get; init; }

    /// <summary>Counterexamples that the oracle has as well.</summary>
    public int Confirmed { get; init; }

    /// <summary>Counterexamples that are neither.</summary>
    public int Unconfirmed { get; init; }

    /// <summary>Whether it may run for ever, but can end from each state.</summary>
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
    static string Reason(string bound) => bound.Contains(" may go round ") ? "polling"
        : bound.Contains(" had not ended after ") ? "not ended" : bound;
}
