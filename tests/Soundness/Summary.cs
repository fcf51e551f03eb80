namespace Soundness;

/// <summary>The results of many programs, without their verdicts: those are large.</summary>
sealed class Summary
{
    readonly List<string> mismatches = [];
    readonly Dictionary<string, List<int>> seeds = [];
    readonly List<int> shortfalls = [];
    readonly PriorityQueue<string, double> slowest = new();
    int programs, wrong, oracle, realRuns, forced, confirmed, unconfirmed, unfair;

    public IReadOnlyList<string> Mismatches => mismatches;

    public void Add(Finding finding)
    {
        var seed = finding.Program.Seed;
        programs++;
        if (finding.Mismatches.Count > 0) wrong++;
        mismatches.AddRange(finding.Mismatches.Select(m => $"seed {seed}: {m}"));
        if (!seeds.TryGetValue(finding.Kind, out var alike)) seeds[finding.Kind] = alike = [];
        alike.Add(seed);
        if (finding.OracleSays) oracle++;
        if (finding.IsShortfall) shortfalls.Add(seed);
        if (finding.HasFairCycle) unfair++;
        realRuns += finding.RealRuns;
        forced += finding.Forced;
        confirmed += finding.Confirmed;
        unconfirmed += finding.Unconfirmed;
        slowest.Enqueue($"seed {seed} {finding.Milliseconds:N0} ms", finding.Milliseconds);
        if (slowest.Count > 5) slowest.Dequeue();
    }

    public override string ToString() => string.Join('\n', seeds
        .OrderByDescending(kind => kind.Value.Count)
        .Select(kind => $"{kind.Value.Count,6} {kind.Key} (seeds {First(kind.Value, 4)})")
        .Append($"{programs,6} programs, {wrong} of them with mismatches; the oracle says of"
            + $" {oracle}; {realRuns} real runs; of the counterexamples {forced} forced and"
            + $" {confirmed} confirmed by the oracle, {unconfirmed} neither;"
            + $" {unfair} may run for ever")
        .Append($"without an end, but not for the oracle: seeds {First(shortfalls, 30)}")
        .Append($"slowest: {string.Join(", ", slowest.UnorderedItems.Select(s => s.Element))}"));

    static string First(List<int> some, int most) => string.Join(", ", some.Take(most));
}
