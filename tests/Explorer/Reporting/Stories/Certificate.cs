namespace Interleavings.Reporting;

/// <summary>What an exploration without a counterexample is worth.</summary>
static class Certificate
{
    public static IReadOnlyList<string> Proved(Verdict verdict, string? claim)
    {
        var volatiles = verdict.UnderSequentialConsistency.Select(v => Labels.Quote(Text.OneLine(v)));
        var sentence = (verdict.AsksForSome ? Some(verdict) : Every(verdict))
            + (verdict.UnderSequentialConsistency.Count == 0 ? "."
                : $", under sequential consistency for {Names.List([.. volatiles])}.")
            + (verdict.PoolThreads == 0 ? ""
                : $" The pool has {Text.Count(verdict.PoolThreads, "thread")}.")
            + Times(verdict)
            + Chances(verdict);
        return Titled("Proved", claim, [sentence]);
    }

    static string Times(Verdict verdict) => !verdict.OrdersTimes ? ""
        : " It assumes that time limits more than 20 ms apart, and more than a tenth of the shorter,"
            + " run out in order.";

    static string Chances(Verdict verdict) => verdict.Chances.Count == 0 ? ""
        : $" For what {Names.List([.. verdict.Chances.Select(c => RefusalMessage.Member(c.Member)
            + $" ({Places.Full(c.Site)})")])} answered.";

    public static IReadOnlyList<string> Unfinished(Verdict verdict, string? claim)
    {
        var covered = $"{Text.Count(verdict.Executions, "interleaving")} explored, {Results(verdict)}.";
        var bound = verdict.BoundReached is { } sentence
            ? Text.Capital(Text.OneLine(sentence)).TrimEnd('.') + "."
            : "";
        return
        [
            .. Titled("Unfinished", claim, ["nothing is proved.", covered, bound]),

            // One execution is a replay: it was not meant to prove anything.
            .. verdict is { Executions: 1, BoundAdvice: null } ? []
                : Paragraph.Of(" Next: ", verdict.BoundAdvice
                    ?? "Fewer workers or fewer rounds in the test, or a higher bound."),
        ];
    }

    static string Results(Verdict verdict) => verdict switch
    {
        { AsksForSome: true } => "none passed",
        { FailedExecutions: > 0 } => $"{Text.Number(verdict.FailedExecutions)} failed",
        { Executions: 1 } => "it did not fail",
        _ => "none failed",
    };

    static string Every(Verdict verdict)
    {
        var count = Text.Count(verdict.Executions, "interleaving");
        if (verdict.Redundant > 0)
            count += $" and {Text.Number(verdict.Redundant)} cut short as equal to one of them";
        return verdict.Executions == 1
            ? $"{count} stands for all, it does not fail, no data race"
            : $"{count}, {(verdict.Redundant > 0 ? "" : "all different, ")}none fails, no data race";
    }

    static string Some(Verdict verdict) => verdict.Executions == 1
        ? "at least one interleaving passes: the first that was tried"
        : $"at least one interleaving passes,"
            + $" of {Text.Count(verdict.Executions, "interleaving")} tried";

    /// <summary>
    /// "Proved: ..." in one line, or the claim first and what it rests on under it.
    /// </summary>
    static IReadOnlyList<string> Titled(string outcome, string? claim, IReadOnlyList<string> sentences)
    {
        if (claim is null)
            return Paragraph.Of($" {outcome}: ", string.Join(' ', sentences));
        return [.. Paragraph.Of($" {outcome}: ", claim, 2),
            .. Paragraph.Of("   ", string.Join(' ', sentences.Select(Text.Capital)))];
    }
}
