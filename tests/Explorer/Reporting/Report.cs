namespace Interleavings.Reporting;

/// <summary>A verdict as text: a pure function.</summary>
public static class Report
{
    /// <summary>At most 78 columns and 24 lines, so that a board has room under it.</summary>
    public static string Of(Verdict verdict) => Of(verdict, null);

    /// <param name="claim">What is proved or broken, in words: "No update is lost".</param>
    public static string Of(Verdict verdict, string? claim) => string.Join('\n', verdict switch
    {
        { Outcome: Outcome.Proved } => Certificate.Proved(verdict, claim),
        { Outcome: Outcome.Unfinished } => Certificate.Unfinished(verdict, claim),
        { Outcome: Outcome.Refused } => RefusalMessage.Of(verdict.Refusal, claim),
        { Failure: { } failure } => BrokenMessage.Of(verdict, failure, claim),
        _ => Paragraph.Of(" Broken: ", claim ?? "a counterexample was found, but not kept."),
    });
}
