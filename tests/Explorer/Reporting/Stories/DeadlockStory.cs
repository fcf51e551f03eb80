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
            [var alone] when Joins(told, cycle[0]) => $"deadlock: {alone} waits for its own end",
            [var alone] => $"deadlock: {alone} waits for what it holds itself",
            [var a, var b] => $"deadlock: {a} and {b} wait for each other",
            _ => $"deadlock: {names[0]} waits for {names[1]}, "
                + string.Join(", ", names.Skip(1).Zip(
                    [.. names.Skip(2), names[0]], (a, b) => $"{a} for {b}")),
        };
    }

    static bool Joins(Case told, int operation) =>
        told.Failure.Waits.Any(w => w.Operation == operation && w.Kind == EventKind.Join);

    static IReadOnlyList<Wait> InOrder(IReadOnlyList<int> cycle, IReadOnlyList<Wait> waits) =>
        [.. cycle.Select(o => waits.First(w => w.Operation == o))];

    static string NextForCycle(Case told, IReadOnlyList<int> cycle)
    {
        if (cycle.Count == 1 && Joins(told, cycle[0])) return "let another wait for its end.";
        if (cycle.Count == 1) return "free it before waiting for it again.";
        if (told.Failure.Waits.FirstOrDefault(
                w => Word.IsOfType(w.Kind) && cycle.Contains(w.Operation)) is { } use)
            return $"don't wait in the initializer of {Labels.Quote(use.For)} for an operation that uses it.";
        var join = told.Failure.Waits.FirstOrDefault(
            w => w.Kind == EventKind.Join && cycle.Contains(w.Operation));
        return join is null
            ? "take the locks in one order, the same for everybody."
            : $"don't wait for an operation's end{told.Sites.On(join.Site)}"
                + " while holding what it needs.";
    }

    /// <summary>Who waits for a lock that is held by one who waits at a barrier.</summary>
    static Wait? KeptOut(IReadOnlyList<Wait> waits) => waits.FirstOrDefault(
        w => w.Kind == EventKind.Acquire && Meeting(waits, w.Holder) is not null);

    static Wait? Meeting(IReadOnlyList<Wait> waits, int operation) => waits.FirstOrDefault(
        w => w.Kind == EventKind.AwaitPhase && w.Operation == operation);

    /// <summary>
    /// Who only waits for the end of others doesn't count: with fewer than have to meet, they have
    /// come one after the other, if at all.
    /// </summary>
    static string Apart(Case told, Wait barrier)
    {
        string[] ran = [.. Enumerable.Range(0, told.Failure.Operations.Count)
            .Except(told.NeverRan)
            .Except(told.Failure.Waits.Where(w => w.Kind == EventKind.Join).Select(w => w.Operation))
            .Select(told.Names.Short)];
        return ran.Length >= barrier.Expected
            ? "Only operations that run at the same time can meet."
            : $"These {barrier.Expected} never ran at the same time, so they can't meet: only"
                + $" {Names.List(ran)} {(ran.Length == 1 ? "has" : "have")} begun.";
    }

    static Story Stopped(Case told, IReadOnlyList<Wait> waits, WaitSentences sentences)
    {
        var first = waits.FirstOrDefault(w => w.Kind != EventKind.Join) ?? waits[0];
        if (KeptOut(waits) is { } locked && Meeting(waits, locked.Holder) is { } meeting)
            return new(sentences.Barrier(meeting, waits), sentences.Of([meeting, locked]),
                $"don't hold {sentences.Held(locked)} during what several are to do at the same time.");
        var why = sentences.Of(waits);
        return first.Kind switch
        {
            EventKind.AwaitPhase => new(sentences.Barrier(first, waits),
                [.. why, Apart(told, first)],
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
