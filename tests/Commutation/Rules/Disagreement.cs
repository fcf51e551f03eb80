namespace Commutation.Rules;

/// <summary>What a verdict must not be, and is.</summary>
enum DisagreementKind
{
    /// <summary>The orders differ, but the exploration reached one of the outcomes only.</summary>
    MissedOrder,

    /// <summary>The orders agree, but a call changes a field of what both calls share.</summary>
    MissedChange,

    /// <summary>The documentation calls the two calls safe together.</summary>
    FalseRace,

    /// <summary>It fails in a way in which no real run does.</summary>
    OtherFailure,
}

/// <param name="State">The number of the first state that shows it.</param>
/// <param name="Detail">The field that changes, or the sentence.</param>
sealed record Disagreement(
    DisagreementKind Kind, string Subject, string First, string Second, int State, string Detail)
{
    /// <summary>The call whose effect was not seen, as far as that can be told.</summary>
    public required string Blamed { get; init; }

    public string Line => $"{Subject}: {First} | {Second}";
}
