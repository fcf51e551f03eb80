using System.Text.RegularExpressions;

namespace Katas.Tests.Board.Commands;

/// <summary>A kata's README, taken apart.</summary>
/// <param name="Story">What comes before the hints.</param>
/// <param name="Hints">In the order in which they open.</param>
/// <param name="AndThen">
/// What to try when all is green, as one line; null without such a section.
/// </param>
sealed partial record Readme(
    string Story, IReadOnlyList<(string Title, string Text)> Hints, string? AndThen)
{
    /// <summary>Null if the kata has none.</summary>
    internal static Readme? Of(Kata kata)
    {
        var file = Path.Combine(
            Repository.Root, Path.GetDirectoryName(kata.File)!, "README.md");
        return File.Exists(file) ? Parse(File.ReadAllText(file)) : null;
    }

    internal static Readme Parse(string readme)
    {
        var text = readme.ReplaceLineEndings("\n");
        return new(
            HintsHeading().Split(text)[0].Trim(),
            [.. Hint().Matches(text).Select(m =>
                (Lowered(m.Groups["title"].Value.Trim()), m.Groups["text"].Value.Trim()))],
            Section().Match(text) is { Success: true } section
                ? Mistake.OneLine(section.Groups["text"].Value)
                : null);
    }

    static string Lowered(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    [GeneratedRegex("^## Hints *$", RegexOptions.Multiline)]
    private static partial Regex HintsHeading();

    [GeneratedRegex(@"^## And then *\n(?<text>.*?)(?=^#|\z)",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    // Each hint holds the next one, so that they open one at a time.
    [GeneratedRegex("<summary>(?<title>.+?)</summary>(?<text>.*?)(?=<details>|</details>)",
        RegexOptions.Singleline)]
    private static partial Regex Hint();
}
