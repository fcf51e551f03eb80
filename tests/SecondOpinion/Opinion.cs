namespace SecondOpinion;

/// <summary>What an engine says of a program.</summary>
/// <param name="Kind">"right", or in a few words what it found.</param>
/// <param name="Spec">The spec that it turned down; null if there is none.</param>
/// <param name="Executions">Of all specs up to that.</param>
/// <param name="What">More about it, for who looks into a disagreement.</param>
sealed record Opinion(string Kind, string? Spec, long Executions, string What = "")
{
    internal const string Right = "right";

    internal bool IsRight => Kind == Right;

    /// <summary>Coyote's: otherwise it has lost control, and says so.</summary>
    internal bool IsBug => Kind is "bug" or "deadlock" or "endless";
}
