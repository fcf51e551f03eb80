namespace Soundness;

/// <summary>What many programs came to.</summary>
sealed class Summary
{
    readonly List<Finding> findings = [];

    public void Add(Finding finding) => findings.Add(finding);

    public int Wrong => findings.Count(f => f.Mismatches.Count > 0);

    public IEnumerable<string> Mismatches =>
        findings.SelectMany(f => f.Mismatches.Select(m => $"seed {f.Program.Seed}: {m}"));

    public override string ToString() => string.Join('\n', findings
        .GroupBy(f => f.Kind).OrderByDescending(g => g.Count())
        .Select(g => $"{g.Count(),6} {g.Key} (seeds {string.Join(", ", g.Take(4).Select(f => f.Program.Seed))})")
        .Append($"{findings.Count,6} programs, {Wrong} of them with mismatches; the oracle says of"
            + $" {findings.Count(f => f.OracleSays)}; {findings.Sum(f => f.RealRuns)} real runs;"
            + $" of the counterexamples {findings.Sum(f => f.Forced)} forced and"
            + $" {findings.Sum(f => f.Confirmed)} confirmed by the oracle;"
            + $" {findings.Count(f => f.HasFairCycle)} that may go on by bad luck")
        .Append("unfinished, but not for the oracle: seeds "
            + string.Join(", ", findings.Where(f => f.IsShortfall).Take(30).Select(f => f.Program.Seed)))
        .Append("slowest: " + string.Join(", ", findings.OrderByDescending(f => f.Milliseconds).Take(5)
            .Select(f => $"seed {f.Program.Seed} {f.Milliseconds:N0} ms {f.Kind}"))));
}
