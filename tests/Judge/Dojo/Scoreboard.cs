using System.Text;

namespace Judging.Dojo;

/// <summary>Who solved what, and which mistake each made: a pure function.</summary>
static class Scoreboard
{
    const int LineWidth = 80;

    internal static string Of(IReadOnlyList<PairResult> pairs)
    {
        var text = new StringBuilder();
        var numbers = pairs.SelectMany(p => p.Katas).Select(k => k.Number).Distinct().Order().ToList();
        var width = pairs.Select(p => p.Name.Length).DefaultIfEmpty().Max();
        text.Append($"{"".PadRight(width)}  solved");
        text.AppendLine(string.Concat(numbers.Select(n => $"  {n:00}")));
        foreach (var pair in pairs.OrderByDescending(p => p.Solved))
        {
            text.Append($"{pair.Name.PadRight(width)}  {pair.Solved,6}");
            text.AppendLine(string.Concat(numbers.Select(n => $"   {Mark(pair, n)}")));
        }
        foreach (var pair in pairs.Where(p => p.Katas.Any(k => !k.IsSolved)))
        {
            text.AppendLine().AppendLine(pair.Name);
            foreach (var kata in pair.Katas.Where(k => !k.IsSolved))
                text.AppendLine(Folded($"{kata.Number:00} {kata.Title}: {kata.Mistake}"));
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    static char Mark(PairResult pair, int number) =>
        pair.Katas.FirstOrDefault(k => k.Number == number) switch
        {
            null => '·',
            { IsSolved: true } => '✔',
            _ => '✘',
        };

    /// <summary>Broken between words; what goes on is indented, so that each mistake stands out.</summary>
    static string Folded(string mistake)
    {
        var lines = new List<string> { " " };
        foreach (var word in mistake.Split(' '))
        {
            if (lines[^1].Length + word.Length >= LineWidth) lines.Add("    ");
            lines[^1] += $" {word}";
        }
        return string.Join('\n', lines);
    }
}
