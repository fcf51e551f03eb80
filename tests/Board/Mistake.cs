using System.Text.RegularExpressions;

namespace Katas.Tests.Board;

/// <summary>
/// A mistake that the gallery of wrong answers knows: what its file says in its first two lines,
/// "// wrong: WHAT -> REASON" and "// hint /PATTERN/: HINT".
/// </summary>
/// <param name="What">What was done, as in "locks only the write".</param>
/// <param name="Reason">What the message of a spec that fails has to say.</param>
/// <param name="Pattern">What the code has to match, if there is a hint.</param>
sealed partial record Mistake(string What, string Reason, string? Pattern, string? Hint)
{
    internal static string Gallery { get; } =
        Path.Combine(Repository.Root, "tests", "WrongAnswers");

    /// <param name="kata">The kata's folder: "05-LockFix".</param>
    internal static IReadOnlyList<Mistake> Known(string kata)
    {
        var folder = Path.Combine(Gallery, kata);
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal)
            .Select(path => In(File.ReadAllText(path))).OfType<Mistake>()];
    }

    /// <summary>The mistake that an answer begins with, or null for another right answer.</summary>
    internal static Mistake? In(string answer)
    {
        var lines = answer.Split('\n', 3);
        if (Wrong().Match(lines[0].TrimEnd()) is not { Success: true } wrong) return null;
        var hint = HintLine().Match(lines.ElementAtOrDefault(1)?.TrimEnd() ?? "");
        return new(wrong.Groups["what"].Value, wrong.Groups["reason"].Value,
            hint.Success ? hint.Groups["pattern"].Value : null,
            hint.Success ? hint.Groups["text"].Value : null);
    }

    /// <summary>
    /// Whether this is the mistake behind a failure: the spec fails for its reason, and the code has
    /// its shape. One without a hint explains nothing.
    /// </summary>
    internal bool Explains(string message, string code) =>
        Says(message) && Fits(code);

    /// <summary>Whether the code has this mistake's shape; without a hint there is none.</summary>
    internal bool Fits(string code) =>
        Pattern is not null && Regex.IsMatch(OneLine(Code(code)), Pattern);

    /// <summary>Whether a spec's message gives this mistake's reason.</summary>
    internal bool Says(string message) =>
        OneLine(message).Contains(Reason, StringComparison.OrdinalIgnoreCase);

    /// <summary>A report's lines end where the width does, not where the phrase does.</summary>
    internal static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Comments do nothing, so they are no mistake.</summary>
    static string Code(string source) => Comment().Replace(source, "");

    [GeneratedRegex("^// wrong: (?<what>.+) -> (?<reason>.+)$")]
    private static partial Regex Wrong();

    [GeneratedRegex("^// hint /(?<pattern>.+)/: (?<text>.+)$")]
    private static partial Regex HintLine();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
