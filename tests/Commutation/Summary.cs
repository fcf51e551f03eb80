using Commutation.Rules;

namespace Commutation;

/// <summary>What many pairs came to.</summary>
sealed class Summary
{
    readonly List<Finding> findings = [];

    /// <summary>Calls that C# does not allow.</summary>
    public List<string> Uncompilable { get; } = [];

    public IReadOnlyList<Finding> LeftOut => [.. findings.Where(f => f.IsLeftOut)];

    public IReadOnlyList<Finding> Compared => [.. findings.Where(f => !f.IsLeftOut)];

    public IReadOnlyList<Finding> Unsupported =>
        [.. Compared.Where(f => f.Unsupported is not null)];

    public IReadOnlyList<Disagreement> Disagreements =>
        [.. findings.Select(f => f.Disagreement).OfType<Disagreement>()];

    public int MostOfOneType => findings.GroupBy(f => f.Type).Max(g => g.Count());

    public void Add(Finding finding) => findings.Add(finding);

    public override string ToString() =>
        $"{Compared.Count} pairs of {findings.Select(f => f.Type).Distinct().Count()} types,"
        + $" {Compared.Count(f => f.OrdersDiffer)} of them with orders that differ;"
        + $" {LeftOut.Count} left out (two results in one order);"
        + $" {Unsupported.Count} unsupported; {Disagreements.Count} disagree;"
        + $" {Compared.Count(f => f.IsNeedlessRace)} races without a change;"
        + $" {Uncompilable.Count} calls that C# does not allow";
}
