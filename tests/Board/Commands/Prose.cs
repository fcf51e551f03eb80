using Spectre.Console;

namespace Katas.Tests.Board.Commands;

/// <summary>A README's paragraphs, broken anew for a terminal; code and tables stay as they are.</summary>
static class Prose
{
    const int Columns = 80;

    internal static string Of(string markdown)
    {
        var lines = new List<string>();
        var paragraph = new List<string>();
        var isCode = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (isFence || isCode || !IsProse(line))
            {
                End(paragraph, lines);
                lines.Add(line);
                isCode ^= isFence;
                continue;
            }
            if (IsItem(line)) End(paragraph, lines);
            paragraph.Add(line);
        }
        End(paragraph, lines);
        return string.Join('\n', lines);
    }

    static bool IsProse(string line) => line.Trim() != "" && line[0] is not ('|' or '#' or '>');

    static bool IsItem(string line) =>
        line.TrimStart() is ['-' or '*', ' ', ..] or [>= '0' and <= '9', '.', ' ', ..];

    static void End(List<string> paragraph, List<string> lines)
    {
        if (paragraph.Count == 0) return;
        // What follows of an item stays under its text.
        var indent = IsItem(paragraph[0]) ? paragraph[0].IndexOf(' ', paragraph[0].Length
            - paragraph[0].TrimStart().Length) + 1 : 0;
        var text = string.Join(' ', paragraph.Select(line => line.Trim()));
        var first = paragraph[0][..indent];
        var rest = new Text(indent == 0 ? text : text[first.TrimStart().Length..]);
        var broken = PlainText.Of(rest, Columns - 1 - indent).Split('\n');
        lines.AddRange(broken.Select((line, i) => (i == 0 ? first : new string(' ', indent)) + line.TrimStart()));
        paragraph.Clear();
    }
}
