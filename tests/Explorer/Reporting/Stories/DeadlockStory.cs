namespace Interleavings.Reporting;

static class DeadlockStory
{
    public static Story Of(Case told)
    {
        var waits = Waits.Shown(told.Failure);
        if (waits.Count == 0)
            return new(
                told.Failure.Message is "" ? "deadlock" : Text.OneLine(told.Failure.Message),
                [], Missing);
        var sentences = new WaitSentences(told);
        var cycle = Waits.Cycle(told.Failure);
        return cycle.Count > 0
            ? new(Circle(told, cycle), sentences.Of(InOrder(cycle, waits)),
                NextForCycle(told, cycle))
            : Stopped(told, waits, sentences);
    }

    const string Missing = "find the step that should have let it go on, and why it never comes.";

    static string Circle(Case told, IReadOnlyList<int> cycle)
    {
        string[] names = [.. cycle.Select(told.Names.Short)];
        return names switch
        {
            [var alone] => $"deadlock: {alone} waits for what it holds itself",
            [var a, var b] => $"deadlock: {a} and {b} wait for each other",
            _ => $"deadlock: {names[0]} waits for {names[1]}, "
                + string.Join(", ", names.Skip(1).Zip(
                    [.. names.Skip(2), names[0]], (a, b) => $"{a} for {b}")),
        };
    }

    static IReadOnlyList<Wait> InOrder(IReadOnlyList<int> cycle, IReadOnlyList<Wait> waits) =>
        [.. cycle.Select(o => waits.First(w => w.Operation == o))];

    static string NextForCycle(Case told, IReadOnlyList<int> cycle)
    {
        if (cycle.Count == 1) return "free it before waiting for it again.";
        var join = told.Failure.Waits.FirstOrDefault(
            w => w.Kind == EventKind.Join && cycle.Contains(w.Operation));
        return join is null
            ? "take the locks in one order, the same for everybody."
            : $"don't wait for an operation's end{told.Sites.On(join.Site)}"
                + " while holding what it needs.";
    }

    static Story Stopped(Case told, IReadOnlyList<Wait> waits, WaitSentences sentences)
    {
        var first = waits.FirstOrDefault(w => w.Kind != EventKind.Join) ?? waits[0];
        var why = sentences.Of(waits);
        return first.Kind switch
        {
            EventKind.AwaitPhase => new(sentences.Barrier(first, waits),
                [.. why, "Only operations that run at the same time can meet."],
                "start all that take part before waiting for the end of any; count who takes part."),
            EventKind.Join => new(sentences.Headline(first), why, sentences.NeverStarted(first)
                ? "start it before waiting for its end."
                : Missing),
            EventKind.Acquire when first.Holder >= 0 && told.HasEnded(first.Holder) => new(
                sentences.Headline(first), why, "free it on every way out: an exception is one, too."),
            _ => new(sentences.Headline(first), why, Missing),
        };
    }
}
