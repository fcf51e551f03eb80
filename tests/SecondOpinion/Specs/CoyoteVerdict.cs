using Microsoft.Coyote.SystematicTesting;

namespace Interleavings;

/// <summary>What Coyote says of a spec, as a line of text and back.</summary>
/// <param name="Kind">One word or two: "passes", "assertion", "deadlock", "stuck", ...</param>
/// <param name="What">What was asserted or thrown, or which member is out of its control.</param>
sealed record CoyoteVerdict(string Kind, uint Executions, TimeSpan Time, string What)
{
    const string Passes = "passes";

    internal bool Passed => Kind == Passes;

    internal static CoyoteVerdict Of(
        TestReport report, uint executions, TimeSpan time, Question question, bool hasPassed)
    {
        if (question == Question.Some && hasPassed) return new(Passes, executions, time, "");
        if (report.InternalErrors.FirstOrDefault() is { } error)
            return new("internal error", executions, time, FirstLine(error));
        var bug = report.BugReports.FirstOrDefault();
        return bug is null
            ? new(Passes, executions, time, "")
            : new(KindOf(bug), executions, time, FirstLine(bug));
    }

    internal static bool IsOutOfControl(TestReport report) =>
        report.BugReports.Any(bug => KindOf(bug) is "stuck" or "uncontrolled");

    /// <summary>The words are Coyote's own (CoyoteRuntime.cs).</summary>
    static string KindOf(string bug) => bug switch
    {
        _ when bug.StartsWith("Deadlock detected.") => "deadlock",
        // Its timer went off: it doesn't know whether that is one.
        _ when bug.StartsWith("Potential deadlock") => "stuck",
        _ when bug.Contains("is not intercepted and controlled") => "uncontrolled",
        _ when bug.StartsWith("Scheduling steps bound") => "endless",
        _ => "bug",
    };

    static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];

    public override string ToString() =>
        string.Join('\t', Kind, Executions, Time.TotalMilliseconds.ToString("0.###"), What);
}
