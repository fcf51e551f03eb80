using System.Globalization;
using System.Text.RegularExpressions;

namespace Katas.Tests.Board;

/// <summary>What a solved kata is worth.</summary>
/// <param name="Proofs">How many of its specs were explored.</param>
/// <param name="Interleavings">How many they took together.</param>
sealed partial record Certificate(Standing Kata, int Proofs, long Interleavings)
{
    /// <summary>"What changes if ...?", with which the kata's README ends, if it does.</summary>
    internal string? AndThen { get; init; }

    /// <param name="outputs">What its specs have printed: an explored one, its proof.</param>
    internal static Certificate Of(Standing kata, IEnumerable<string> outputs)
    {
        var counts = outputs.Where(o => Proof().IsMatch(o)).Select(Count).ToList();
        return new(kata, counts.Count, counts.Sum());
    }

    /// <summary>
    /// From the lines under the claim, which may have numbers of its own; without a number, one
    /// interleaving was enough.
    /// </summary>
    static long Count(string output) =>
        Number().Match(string.Concat(Finding().Matches(output))) is { Success: true } match
        ? long.Parse(match.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
        : 1;

    /// <summary>"proved: 5 specs, 24 interleavings, no data race".</summary>
    public override string ToString() => Proofs == 0 ? $"solved: {Specs(Kata.Specs)}"
        : (Proofs == Kata.Specs
            ? $"proved: {Specs(Proofs)}"
            : $"solved: {Specs(Kata.Specs)}, {Proofs} of them proved")
        + string.Create(CultureInfo.InvariantCulture,
            $", {Interleavings:#,0} interleaving{(Interleavings == 1 ? "" : "s")}, no data race");

    static string Specs(int count) => count == 1 ? "1 spec" : $"{count} specs";

    [GeneratedRegex(@"^\s*Proved: ")]
    private static partial Regex Proof();

    [GeneratedRegex(@"^   \S.*$", RegexOptions.Multiline)]
    private static partial Regex Finding();

    [GeneratedRegex(@"\b(?<count>\d[\d,]*) interleavings?\b")]
    private static partial Regex Number();
}
