namespace Judging.Mutants;

/// <summary>What became of a mutant.</summary>
/// <param name="Spec">The spec that turned it down first; null if none did.</param>
/// <param name="Message">What was said.</param>
sealed record Verdict(Mutant Mutant, string? Spec, string Message)
{
    internal bool IsAccepted => Spec is null;

    /// <summary>Whether it is known that no spec could reject it.</summary>
    internal bool IsEquivalent => Equivalents.Listed.ContainsKey(Mutant.Key);
}
