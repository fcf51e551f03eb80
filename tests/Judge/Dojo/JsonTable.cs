using System.Text.Encodings.Web;
using System.Text.Json;

namespace Judging.Dojo;

/// <summary>Who solved what, for other programs: an array with an object for each spec.</summary>
static class JsonTable
{
    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Of(IReadOnlyList<PairResult> pairs) => JsonSerializer.Serialize(
        pairs.SelectMany(pair => pair.Katas.SelectMany(kata => Rows(pair, kata))), Readable) + "\n";

    static IEnumerable<Row> Rows(PairResult pair, KataResult kata) => kata.Specs.Count > 0
        ? kata.Specs.Select(spec => new Row(pair.Name, kata.Number, spec.Name,
            spec.Passed ? "passed" : "failed", spec.Message))
        : [new(pair.Name, kata.Number, null, "not judged", kata.Mistake ?? "")];

    /// <param name="Attempt">The folder's name.</param>
    /// <param name="Kata">The kata's number.</param>
    /// <param name="Spec">Its full name; null if none has run.</param>
    /// <param name="Verdict">"passed", "failed", or "not judged".</param>
    /// <param name="Message">What the spec says, or why none has run.</param>
    sealed record Row(string Attempt, int Kata, string? Spec, string Verdict, string Message);
}
