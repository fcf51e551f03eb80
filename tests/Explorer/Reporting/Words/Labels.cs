namespace Interleavings.Reporting;

/// <summary>
/// What variables and locks are called: as in the source, told apart where one name stands for two
/// locations (count, count #2), and tied together where two names stand for one (to, B's from).
/// </summary>
sealed class Labels
{
    readonly Names names;
    readonly Dictionary<int, (string Name, int Operation, int Number)> first = [];

    public Labels(Failure failure, Names names)
    {
        this.names = names;
        // A variable and the object that it leads to have one name, and aren't mistaken for each other.
        var count = new Dictionary<(string, bool), int>();
        foreach (var step in failure.Steps.Where(s => !Word.IsLife(s.Kind) && !Word.IsOfType(s.Kind)))
        {
            if (step.Target == "" || first.ContainsKey(step.Address)) continue;
            var key = (step.Target, Word.IsOfVariable(step.Kind));
            var number = count[key] = count.GetValueOrDefault(key) + 1;
            first[step.Address] = (step.Target, step.Operation, number);
        }
    }

    public string Of(Step step) => Word.IsLife(step.Kind) || step.Kind == EventKind.Alive
        ? OfOperation(step.Target)
        : Word.IsOfType(step.Kind) ? Text.OneLine(step.Target)
        : Of(step.Target, step.Operation, step.Address);

    /// <summary>
    /// What <paramref name="operation"/> calls the location at <paramref name="address"/>.
    /// </summary>
    public string Of(string target, int operation, int address)
    {
        var clean = Text.OneLine(target);
        if (!first.TryGetValue(address, out var known) || target == "") return clean;
        if (known.Name != target)
            return known.Operation == operation
                ? $"{clean} (= {known.Name})"
                : $"{clean} ({names.Letter(known.Operation)}'s {known.Name})";
        return known.Number > 1 ? $"{clean} #{known.Number}" : clean;
    }

    /// <summary>Targets that are operations come as letters: "worker A" reads better.</summary>
    public string OfOperation(string target) =>
        names.Find(target) is >= 0 and var found ? names.Subject(found) : Text.OneLine(target);

    /// <summary>
    /// What a waiting operation waits for, found through the step in which its holder took it.
    /// </summary>
    public string Of(Wait wait, IReadOnlyList<Step> steps)
    {
        if (wait.Kind == EventKind.Join) return OfOperation(wait.For);
        var taken = steps.LastOrDefault(s => s.Operation == wait.Holder && s.Site == wait.HeldSince
            && s.Kind is EventKind.Acquire or EventKind.TryAcquire);
        return taken is null
            ? Text.OneLine(wait.For)
            : Of(wait.For, wait.Operation, taken.Address);
    }

    /// <summary>
    /// In a sentence: `count`; words that are not a name from the source stay bare.
    /// </summary>
    public static string Quote(string label) =>
        label.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at
            ? $"{Quote(label[..at])}{label[at..]}"
            : label == "" ? "it" : $"`{Text.Shorten(label, 40)}`";
}
