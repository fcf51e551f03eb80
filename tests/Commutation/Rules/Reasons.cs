using System.Text.RegularExpressions;

namespace Commutation.Rules;

/// <summary>Why verdicts are wrong, as far as that is known: <c>reasons.txt</c>.</summary>
static class Reasons
{
    static readonly List<(Regex Subject, Regex Pair, string Text)> all = Read();

    /// <returns>The call that is to blame where no reason is known.</returns>
    public static string Of(Disagreement d) => all
        .Where(r => r.Subject.IsMatch(d.Subject) && r.Pair.IsMatch($"{d.First} | {d.Second}"))
        .Select(r => r.Text).FirstOrDefault() ?? d.Blamed;

    static List<(Regex Subject, Regex Pair, string Text)> Read()
    {
        using var stream = typeof(Reasons).Assembly.GetManifestResourceStream("reasons.txt")!;
        using var reader = new StreamReader(stream);
        var reasons = new List<(Regex, Regex, string)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split(" | ", 2) is not [var subject, var rest]
                || rest.Split(" : ", 2) is not [var pair, var text])
                throw new FormatException($"reasons.txt: {line}");
            reasons.Add((new($"^({subject})$"), new($"^({pair})$"), text));
        }
        return reasons;
    }
}
