using Interleavings;

namespace Judging;

/// <summary>What the specs say of an attempt.</summary>
/// <param name="CompileErrors">Not empty: then no spec could run.</param>
/// <param name="Specs">The kata's specs, in the order in which they ran.</param>
public sealed record Judgement(
    IReadOnlyList<string> CompileErrors, IReadOnlyList<SpecResult> Specs)
{
    public bool IsRight => CompileErrors.Count == 0 && Specs.Count > 0 && Specs.All(s => s.Passed);
}
