namespace Interleavings.Exploration;

/// <summary>A failing execution, and how simple it is.</summary>
internal sealed record Candidate(
    Severity Severity, int Preemptions, int Switches, IReadOnlyList<Turn> Turns)
{
    /// <summary>Whether it was shown that no failing execution has fewer preemptions.</summary>
    internal bool IsSimplest { get; init; } = true;

    /// <summary>Its length for a reader.</summary>
    private int Length { get; } = Turns.Count(turn => turn.Counts);

    /// <summary>Whether it is the one to show: it matters more, or is simpler.</summary>
    internal bool IsBetterThan(Candidate? other) => other is null || Severity > other.Severity
        || Severity == other.Severity && (Preemptions, Switches, Length)
            .CompareTo((other.Preemptions, other.Switches, other.Length)) < 0;
}
