namespace Interleavings.Reporting;

/// <summary>Who waits for whom.</summary>
static class Waits
{
    /// <summary>
    /// The operations of a cycle, in the order in which each waits for the next; or empty.
    /// </summary>
    public static IReadOnlyList<int> Cycle(Failure failure)
    {
        var names = new Names(failure.Operations);
        foreach (var start in failure.Waits)
        {
            var path = new List<int>();
            for (var at = start.Operation; at >= 0; at = Next(at))
            {
                if (at == start.Operation && path.Count > 0) return path;
                if (path.Contains(at)) break;
                path.Add(at);
            }
        }
        return [];

        int Next(int operation) => failure.Waits.FirstOrDefault(w => w.Operation == operation) is { } wait
            ? For(wait, names)
            : -1;
    }

    /// <summary>
    /// The operation that has to move first: the holder, or the one to be joined; or -1.
    /// </summary>
    public static int For(Wait wait, Names names) =>
        wait.Holder < 0 && wait.Kind == EventKind.Join ? names.Find(wait.For) : wait.Holder;

    /// <summary>
    /// The waits to tell: a test's body that joins its workers waits in every deadlock of theirs,
    /// which explains nothing.
    /// </summary>
    public static IReadOnlyList<Wait> Shown(Failure failure)
    {
        var cycle = Cycle(failure);
        var others = failure.Waits.Any(w => w.Kind is not EventKind.Join and not EventKind.AwaitPhase);
        return [.. failure.Waits.Where(w =>
            w.Operation != 0 || w.Kind != EventKind.Join || cycle.Contains(0) || !others)];
    }
}
