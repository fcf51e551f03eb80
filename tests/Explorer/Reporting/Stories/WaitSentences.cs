namespace Interleavings.Reporting;

/// <summary>Who holds what since which line, and who waits for what on which.</summary>
sealed class WaitSentences(Case told)
{
    const int MaxSentences = 4;

    IReadOnlyList<Wait> All => told.Failure.Waits;

    public IReadOnlyList<string> Of(IReadOnlyList<Wait> waits)
    {
        var shown = waits.Count <= MaxSentences ? waits.Count : MaxSentences - 1;
        var rest = waits.Count - shown;
        string[] sentences = [.. waits.Take(shown).Select(Of)];
        return rest == 0 ? sentences : [.. sentences, $"{rest} more wait likewise."];
    }

    /// <summary>"A waits for `gate` for ever".</summary>
    public string Headline(Wait wait) => $"deadlock: {told.Names.Subject(wait.Operation)}"
        + $" {Waits(wait)}"
        + $"{(NeverStarted(wait) ? ", which was never started" : " for ever")}";

    /// <summary>"A and B wait at `barrier` for ever: 2 of 3 have arrived".</summary>
    public string Barrier(Wait barrier, IReadOnlyList<Wait> waits)
    {
        string[] there = [.. waits.Where(w => w.Kind == EventKind.AwaitPhase && w.For == barrier.For)
            .Select(w => told.Names.Short(w.Operation))];
        return $"deadlock: {Names.List(there)} {(there.Length == 1 ? "waits" : "wait")} at"
            + $" {For(barrier)} for ever{Details(barrier)}";
    }

    /// <summary>
    /// In a deadlock nothing can run any more: what has no step was never started.
    /// </summary>
    public bool NeverStarted(Wait wait) => wait.Kind == EventKind.Join
        && Reporting.Waits.For(wait, told.Names) is >= 0 and var joined && told.NeverRan.Contains(joined);

    /// <summary>What <paramref name="wait"/> waits for, as its holder calls it.</summary>
    public string Held(Wait wait) => $"{HeldName(wait)}{told.Sites.InBrackets(wait.HeldSince)}";

    string Of(Wait wait)
    {
        var who = told.Names.Short(wait.Operation);
        var held = All.FirstOrDefault(w => w.Holder == wait.Operation && w.Kind != EventKind.Join);
        var holds = held is null || held == wait ? ""
            : $" {(Word.IsOfType(held.Kind) ? "runs the initializer of" : "holds")}"
                + $" {HeldName(held)}{told.Sites.InBrackets(held.HeldSince)},";
        var details = wait.Kind == EventKind.AwaitPhase ? "" : Details(wait);
        return $"{who}{holds} {Waits(wait)}{told.Sites.InBrackets(wait.Site)}"
            + $"{Holder(wait)}{details}.";
    }

    /// <summary>"waits for `gate`"; who sleeps waits for nothing.</summary>
    string Waits(Wait wait) => wait.Kind is EventKind.Sleep or EventKind.TakeThread
        ? Word.For(wait.Kind).Waits
        : $"{Word.For(wait.Kind).Waits} {For(wait)}";

    string Holder(Wait wait)
    {
        if (wait.Kind == EventKind.Join || wait.Holder < 0) return "";
        if (wait.Holder == wait.Operation)
            return $", which it holds itself{told.Sites.InBrackets(wait.HeldSince)}";
        var holder = told.Names.Short(wait.Holder);
        if (Word.IsOfType(wait.Kind)) return $", which {holder} runs";
        if (told.HasEnded(wait.Holder))
            return $": {holder} took it{told.Sites.On(wait.HeldSince)} and has ended";
        var alias = HeldName(wait) is var name && name == For(wait) ? ""
            : $" as {Labels.Quote(name.Trim('`').Split(" #")[0])}";
        return $", held by {holder}{alias}";
    }

    /// <summary>What its holder calls it: the name on the line where it was taken.</summary>
    string HeldName(Wait wait) => Labels.Quote(told.Failure.Steps.LastOrDefault(s =>
        s.Operation == wait.Holder && s.Site == wait.HeldSince) is { } taken ? told.Labels.Of(taken)
            : Text.OneLine(wait.HeldSince is { Target: { Length: > 0 } target }
                ? target
                : wait.For));

    /// <summary>
    /// By the name on the line that waits; what its holder calls it is told with the holder.
    /// </summary>
    string For(Wait wait)
    {
        if (wait.Kind == EventKind.Join)
            return told.Names.Find(wait.For) is >= 0 and var joined
                ? told.Names.Short(joined)
                : Text.OneLine(wait.For);
        var label = told.Labels.Of(wait, told.Failure.Steps).Split(" (")[0];
        return label == "" ? "something without a name" : Labels.Quote(label);
    }

    static string Details(Wait wait) =>
        wait.Details is { Length: > 0 } details ? $": {Text.OneLine(details).TrimEnd('.')}" : "";
}
