namespace Interleavings.Reporting;

/// <summary>Which steps a reader has to see.</summary>
sealed class Relevance
{
    readonly Case told;
    readonly HashSet<int> keys;
    readonly HashSet<int> shared;

    public Relevance(Case told)
    {
        this.told = told;
        keys = Keys.Of(told);
        shared = [.. Steps.Where(s => !Word.IsLife(s.Kind)).GroupBy(s => s.Address)
            .Where(g => g.Select(s => s.Operation).Distinct().Skip(1).Any()).Select(g => g.Key)];
    }

    IReadOnlyList<Step> Steps => told.Failure.Steps;

    public bool IsKey(int index) => keys.Contains(index);

    /// <summary>Indices of the steps to show, in order.</summary>
    public IReadOnlyList<int> Shown()
    {
        int[] all = [.. Enumerable.Range(0, Steps.Count)];
        int[] shown = [.. all.Where(i => IsKey(i)
            || (Matters(i) && shared.Contains(Steps[i].Address)))];

        // A test that looks too early sees what nobody has touched yet.
        return shown.Length == 0 && told.Failure.Kind == FailureKind.Assertion
            ? [.. all.Where(Matters)]
            : shown;
    }

    /// <summary>
    /// The test's body mostly prepares and then checks: what it does counts only while others run.
    /// </summary>
    bool Matters(int index) => !Word.IsLife(Steps[index].Kind)
        && (Steps[index].Operation != 0 || OthersRunAt(index));

    bool OthersRunAt(int index)
    {
        var before = Steps.Take(index);
        if (before.All(s => s.Kind != EventKind.Start)) return false;
        return Enumerable.Range(1, Math.Max(0, told.Failure.Operations.Count - 1))
            .Any(o => !before.Any(s => s.Operation == o && s.Kind == EventKind.End));
    }
}
