using System.Text;
using Commutation.Rules;

namespace Commutation;

/// <summary>The disagreements as text: grouped, one a line, with counts at the head.</summary>
static class Table
{
    static readonly Dictionary<DisagreementKind, string> titles = new()
    {
        [DisagreementKind.MissedOrder] = "proved, but the other order has another outcome",
        [DisagreementKind.MissedChange] = "proved, but a call changes a field that both share",
        [DisagreementKind.FalseRace] = "a race, but the documentation calls the calls safe",
        [DisagreementKind.OtherFailure] = "fails as no real run does",
    };

    /// <summary>Between the pair and what shows that the verdict is wrong.</summary>
    public const string Separator = " -- ";

    public static string Of(Summary summary)
    {
        var text = new StringBuilder($"# .NET {Environment.Version}\n{summary}\n");
        var kinds = summary.Disagreements.GroupBy(d => d.Kind).OrderBy(g => g.Key).ToList();
        foreach (var kind in kinds) text.Append($"{kind.Count(),6} {titles[kind.Key]}\n");
        foreach (var kind in kinds)
        {
            text.Append($"\n# {titles[kind.Key]}\n");
            foreach (var group in kind.GroupBy(Reasons.Of)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            {
                text.Append($"\n## {group.Key}: {group.Count()}\n");
                foreach (var d in group.OrderBy(d => d.Line, StringComparer.Ordinal))
                    text.Append($"{d.Line}{Separator}state {d.State}: {Flat(d.Detail)}\n");
            }
        }
        return text.ToString();
    }

    /// <summary>What was not compared, and why.</summary>
    public static string Others(Summary summary) => string.Join('\n',
    [
        "", "# unsupported, by member",
        .. summary.Unsupported.GroupBy(f => f.Unsupported).OrderByDescending(g => g.Count())
            .Select(g => $"{g.Count(),4} {g.Key}: {g.First().Subject}:"
                + $" {g.First().First} | {g.First().Second}"),
        "", "# left out: two results in one order",
        .. summary.LeftOut.Select(f => $"{f.Subject}: {f.First} | {f.Second}"),
        "", "# calls that C# does not allow", .. summary.Uncompilable,
    ]);

    static string Flat(string text) => text.ReplaceLineEndings(" ").Trim();
}
