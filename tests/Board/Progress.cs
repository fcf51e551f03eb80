namespace Katas.Tests.Board;

enum KataState
{
    /// <summary>The file to edit is as it was delivered.</summary>
    NotStarted,

    /// <summary>The file has changed, and a spec still fails.</summary>
    Attempted,

    /// <summary>Every spec passes.</summary>
    Solved,
}

/// <summary>Where a learner stands with one kata.</summary>
/// <param name="Passed">How many specs have passed when the first fails.</param>
sealed record Standing(
    int Number, string Title, string File, KataState State, int Passed, int Specs)
{
    /// <summary>The reference solution's folder, from the repository's root.</summary>
    internal string Solution => $"solutions/{Number:00}-{Title}";
}

/// <summary>Where a learner stands, in the order of the katas.</summary>
/// <param name="Shown">The number of the kata whose failure this run has shown, if any.</param>
sealed record Progress(IReadOnlyList<Standing> Katas, int? Shown = null)
{
    /// <summary>What the last kata that this run has shown to be solved is worth.</summary>
    internal Certificate? Certificate { get; init; }

    /// <summary>What helps with the failure that this run has shown, if its mistake is known.</summary>
    internal string? Hint { get; init; }

    /// <summary>The specs in the middle of which earlier runs have ended, without a word.</summary>
    internal IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>How processes of this run have ended too early, a paragraph each.</summary>
    internal IReadOnlyList<string> Ends { get; init; } = [];

    internal int Solved => Katas.Count(k => k.State == KataState.Solved);

    /// <summary>
    /// The one shown (a filter can jump ahead), or the first that isn't solved; null when all are.
    /// </summary>
    internal Standing? Next => Katas.FirstOrDefault(k => k.Number == Shown)
        ?? Katas.FirstOrDefault(k => k.State != KataState.Solved);
}
