namespace Interleavings.Reporting;

/// <summary>Which steps a reader has to see.</summary>
sealed class Relevance
{
    readonly Case told;
    readonly HashSet<int> keys;
    readonly HashSet<int> shared;
    readonly ILookup<int, int> writers;

    public Relevance(Case told)
    {
        this.told = told;
        keys = Keys.Of(told);
        shared = [.. Steps.Where(s => !Word.IsLife(s.Kind)).GroupBy(s => s.Address)
            .Where(g => g.Select(s => s.Operation).Distinct().Skip(1).Any()).Select(g => g.Key)];
        writers = Steps.Index().Where(s => !IsRead(s.Item.Kind) && Matters(s.Index))
            .ToLookup(s => s.Item.Address, s => s.Item.Operation);
    }

    IReadOnlyList<Step> Steps => told.Failure.Steps;

    public bool IsKey(int index) => keys.Contains(index);

    /// <summary>Indices of the steps to show, in order.</summary>
    public IReadOnlyList<int> Shown()
    {
        int[] all = [.. Enumerable.Range(0, Steps.Count)];
        int[] shown = [.. all.Where(i => IsKey(i) || StartsAbsent(i)
            || (Tells(i) && shared.Contains(Steps[i].Address)))];

        // A test that looks too early sees what nobody has touched yet.
        return shown.All(StartsAbsent) && told.Failure.Kind == FailureKind.Assertion
            ? [.. all.Where(i => StartsAbsent(i) || (Matters(i) && Shows(i)))]
            : shown;
    }

    bool StartsAbsent(int index) => Steps[index].Kind == EventKind.Start
        && told.Absent.Contains(told.Names.Find(Steps[index].Target));

    /// <summary>
    /// Without a name it is the compiler's own doing; and what nobody else changes is the same in
    /// every order, unless the failure is about it: a race is found before its second access has
    /// run. A loop that waits for a change is told by what it reads all the same.
    /// </summary>
    bool Tells(int index) => Matters(index) && !IsNameless(Steps[index])
        && (!IsRead(Steps[index].Kind) || told.Failure.Kind == FailureKind.Livelock
            || keys.Any(k => Steps[k].Address == Steps[index].Address)
            || writers[Steps[index].Address].Any(o => o != Steps[index].Operation));

    /// <summary>What was read tells something; that something was read, nothing.</summary>
    bool Shows(int index) => !IsNameless(Steps[index])
        && (!IsRead(Steps[index].Kind) || Steps[index].Value is not null);

    /// <summary>A pause has no name, and a lock may have none: both tell something.</summary>
    static bool IsNameless(Step step) =>
        step.Target == "" && (IsRead(step.Kind) || Word.Writes(step.Kind));

    static bool IsRead(EventKind kind) =>
        kind is EventKind.Read or EventKind.VolatileRead or EventKind.ObjectRead;

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
