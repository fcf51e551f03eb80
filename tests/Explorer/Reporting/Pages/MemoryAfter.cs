namespace Interleavings.Reporting;

/// <summary>The variables and locks after each step, as far as the steps tell.</summary>
sealed class MemoryAfter
{
    const string InVain = "not yet";
    const string Free = "free";

    readonly Case told;
    readonly Dictionary<int, string> names = [];
    readonly Dictionary<int, string> values = [];
    readonly Dictionary<int, Dictionary<int, int>> holders = [];
    readonly List<IReadOnlyList<PageValue>> after = [];

    public MemoryAfter(Case told)
    {
        this.told = told;
        foreach (var step in told.Failure.Steps)
        {
            Take(step);
            after.Add([.. values.Select(v => new PageValue(names[v.Key], v.Value))]);
        }
    }

    /// <param name="index">Of the failure's steps.</param>
    public IReadOnlyList<PageValue> Step(int index) => index < 0 ? [] : after[index];

    void Take(Step step)
    {
        if (Word.IsLife(step.Kind) || Word.IsOfType(step.Kind) || step.Target == "" || step.Value == InVain) return;
        switch (step.Kind)
        {
            case EventKind.Acquire or EventKind.AcquireShared or EventKind.TryAcquire or EventKind.Wake:
                Hold(step, 1);
                break;
            case EventKind.Release or EventKind.Wait:
                Hold(step, -1);
                break;
            case EventKind.Set:
                Now(step, "set");
                break;
            case EventKind.Reset:
                Now(step, "not set");
                break;
            default:
                if (step.Value is { } value) Now(step, value == "" ? "\"\"" : Text.OneLine(value));
                break;
        }
    }

    /// <summary>A lock can be taken again by its holder, and shared by several readers.</summary>
    void Hold(Step step, int change)
    {
        if (!holders.TryGetValue(step.Address, out var counts)) holders[step.Address] = counts = [];
        counts[step.Operation] = counts.GetValueOrDefault(step.Operation) + change;
        if (counts[step.Operation] <= 0) counts.Remove(step.Operation);
        Now(step, counts.Count == 0 ? Free
            : $"held by {Names.List([.. counts.Keys.Order().Select(told.Names.Short)])}");
    }

    void Now(Step step, string value)
    {
        names.TryAdd(step.Address, told.Labels.Of(step));
        values[step.Address] = value;
    }
}
