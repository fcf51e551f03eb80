namespace Verification;

/// <summary>What the verifier found in an assembly.</summary>
/// <param name="Methods">How many methods with a body there are.</param>
public sealed record Report(int Methods, IReadOnlyList<Finding> Findings)
{
    /// <summary>
    /// What is broken here and was not in the same method before: some of what compilers write is
    /// unverifiable (pointers), which can't be held against the weaver. It only adds methods at the
    /// end of a type, so their places tell them.
    /// </summary>
    public IReadOnlyList<Finding> NewSince(Report before)
    {
        var known = before.Findings.Select(f => (f.Type, f.Index, f.Rule)).ToHashSet();
        return [.. Findings.Where(f => !known.Contains((f.Type, f.Index, f.Rule)))];
    }
}
