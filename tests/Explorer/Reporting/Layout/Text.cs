using System.Globalization;
using System.Text;

namespace Interleavings.Reporting;

/// <summary>Text measured in columns of a terminal.</summary>
static class Text
{
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>
    /// Cuts at the end, so that at most <paramref name="width"/> columns are left.
    /// </summary>
    public static string Shorten(string text, int width)
    {
        if (Width(text) <= width) return text;
        var (kept, used) = (new StringBuilder(), 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((used += Width(rune)) > width) break;
            kept.Append(rune.ToString());
        }
        return $"{kept}…";
    }

    /// <summary>Cuts at the start: of a file and line the end tells more.</summary>
    public static string ShortenLeft(string text, int width)
    {
        if (Width(text) <= width) return text;
        var (runes, used) = (text.EnumerateRunes().Reverse(), 1);
        var kept = runes.TakeWhile(r => (used += Width(r)) <= width).Reverse();
        return $"…{string.Concat(kept)}";
    }

    public static string Pad(string text, int width) =>
        text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>
    /// Values and messages come from anywhere: whatever would break a line becomes a space.
    /// </summary>
    public static string OneLine(string text) => string.Join(' ', string
        .Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static string Capital(string sentence) =>
        sentence is [var first, ..] ? char.ToUpperInvariant(first) + sentence[1..] : sentence;

    /// <summary>"1 step", "2 steps", "200,000 steps".</summary>
    public static string Count(long count, string noun) =>
        count == 1 ? $"1 {noun}" : $"{Number(count)} {noun}s";

    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    // East Asian Wide and Fullwidth, and emoji, by their blocks (Unicode TR 11).
    static bool IsWide(int c) => c is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x3FFFD);
}
