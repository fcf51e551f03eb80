using Interleavings;

namespace Judging.Dojo;

/// <summary>What a pair has come to.</summary>
sealed record PairResult(string Name, IReadOnlyList<KataResult> Katas)
{
    internal int Solved => Katas.Count(k => k.IsSolved);
}

/// <param name="Mistake">What is wrong, in a line; null for a kata that is solved.</param>
sealed record KataResult(int Number, string Title, string? Mistake)
{
    internal bool IsSolved => Mistake is null;

    /// <summary>What each spec says; empty for an attempt that left no judgement.</summary>
    internal IReadOnlyList<SpecResult> Specs { get; init; } = [];
}
