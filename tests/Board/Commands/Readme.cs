using System.Text.RegularExpressions;

namespace Katas.Tests.Board.Commands;

/// <summary>A kata's README, taken apart.</summary>
/// <param name="Story">What comes before the hints.</param>
/// <param name="Hints">In the order in which they open.</param>
sealed partial record Readme(string Story, IReadOnlyList<(string Title, string Text)> Hints)
{
    internal static Readme Parse(string text) => new(
        HintsHeading().Split(text.ReplaceLineEndings("\n"))[0].Trim(),
        [.. Hint().Matches(text.ReplaceLineEndings("\n")).Select(m =>
            (Lowered(m.Groups["title"].Value.Trim()), m.Groups["text"].Value.Trim()))]);

    static string Lowered(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    [GeneratedRegex("^## Hints *$", RegexOptions.Multiline)]
    private static partial Regex HintsHeading();

    // Each hint holds the next one, so that they open one at a time.
    [GeneratedRegex("<summary>(?<title>.+?)</summary>(?<text>.*?)(?=<details>|</details>)",
        RegexOptions.Singleline)]
    private static partial Regex Hint();
}
