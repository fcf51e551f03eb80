using Judging;

namespace WrongAnswers;

/// <summary>Which answers were judged, how, and by which spec: kata x answer x verdict.</summary>
sealed class VerdictTable
{
    readonly SortedDictionary<string, Row> rows = new(StringComparer.Ordinal);

    internal void Add(Answer answer, Judgement judgement)
    {
        var first = judgement.Specs.FirstOrDefault(s => !s.Passed);
        var spec = first is null ? "every spec passes" : Words(first.Name);
        rows[$"{answer}"] = new(answer.Kata, answer.Name, first is null ? "right" : "wrong", spec);
    }

    internal void Write(string path)
    {
        if (rows.Count == 0) return;
        var name = rows.Values.Max(row => row.Answer.Length);
        File.WriteAllLines(path, rows.Values.Select(row =>
            $"{row.Kata,-20} {row.Answer.PadRight(name)}  {row.Verdict}  {row.Spec}"));
    }

    /// <summary>"Katas.Tests.Kata05_LockFix.No_update_is_lost" as a sentence.</summary>
    static string Words(string spec) => spec[(spec.LastIndexOf('.') + 1)..].Replace('_', ' ');

    readonly record struct Row(string Kata, string Answer, string Verdict, string Spec);
}
