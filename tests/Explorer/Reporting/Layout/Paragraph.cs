namespace Interleavings.Reporting;

/// <summary>
/// A labelled text broken into lines: " Why: A wrote ...", the next lines under its first word.
/// </summary>
static class Paragraph
{
    /// <summary>A terminal's 80 columns, less the two that dotnet test indents a message by.</summary>
    public const int LineWidth = 78;

    public static IReadOnlyList<string> Of(string label, string text, int maxLines = 3)
    {
        var indent = Text.Width(label);
        var lines = Break(Text.OneLine(text), LineWidth - indent);
        if (lines.Count > maxLines)
        {
            lines = lines[..maxLines];
            lines[^1] = Text.Shorten(lines[^1] + " …", LineWidth - indent);
        }
        return [.. lines.Select((line, i) => (i == 0 ? label : new string(' ', indent)) + line)];
    }

    static List<string> Break(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ').SelectMany(w => Pieces(w, width)))
        {
            var longer = lines[^1] == "" ? word : $"{lines[^1]} {word}";
            if (Text.Width(longer) <= width) lines[^1] = longer;
            else lines.Add(word);
        }
        return lines;
    }

    static IEnumerable<string> Pieces(string word, int width)
    {
        var piece = "";
        foreach (var rune in word.EnumerateRunes())
        {
            if (Text.Width(piece + rune) > width)
            {
                yield return piece;
                piece = "";
            }
            piece += rune;
        }
        yield return piece;
    }
}
