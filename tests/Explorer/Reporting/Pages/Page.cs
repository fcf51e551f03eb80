using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interleavings.Reporting;

/// <summary>
/// A counterexample as one HTML file to step through, which needs nothing from anywhere else: a
/// pure function.
/// </summary>
public static class Page
{
    // The default encoder leaves no character that could end the script element.
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Default,
    };

    /// <param name="claim">What is broken, in words: "No update is lost".</param>
    /// <param name="source">The text of a source file by its path; null where it can't be had.</param>
    /// <returns>Null for a verdict without steps to show.</returns>
    public static string? Of(Verdict verdict, string? claim, Func<string, string?> source)
    {
        if (verdict.Failure is not { } failure) return null;
        var schedules = Schedules(failure).Where(s => s.Steps.Count > 0).ToList();
        if (schedules.Count == 0) return null;
        return Resource("page.html")
            .Replace("{{title}}", WebUtility.HtmlEncode(claim ?? "A counterexample"))
            .Replace("{{style}}", Resource("page.css"))
            .Replace("{{script}}", Resource("page.js"))
            .Replace("{{report}}", WebUtility.HtmlEncode(Report.Of(verdict, claim)))
            .Replace("{{schedules}}", JsonSerializer.Serialize(schedules, Options))
            .Replace("{{sources}}", JsonSerializer.Serialize(Sources(schedules, source), Options));
    }

    static IEnumerable<PageSchedule> Schedules(Failure failure)
    {
        yield return PageSchedule.Of("This schedule fails", new Case(failure));
        if (failure.Passing is not { } passing) yield break;
        yield return PageSchedule.Of("The nearest that passes", new Case(failure with
        {
            Kind = FailureKind.Assertion,
            Operations = passing.Operations,
            Steps = passing.Steps,
            Operation = null,
            Race = null,
            Waits = [],
            Deciding = null,
        }));
    }

    static Dictionary<string, string[]> Sources(
        IEnumerable<PageSchedule> schedules, Func<string, string?> source) => schedules
            .SelectMany(s => s.Steps).Select(s => s.Path).Where(path => path != "").Distinct()
            .Select(path => (Path: path, Text: source(path))).Where(s => s.Text is not null)
            .ToDictionary(s => s.Path, s => s.Text!.ReplaceLineEndings("\n").TrimEnd().Split('\n'));

    static string Resource(string name)
    {
        using var reader = new StreamReader(
            typeof(Page).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
