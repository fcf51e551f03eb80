using System.Globalization;
using Katas.Tests.Board;

namespace HostileKatas;

/// <summary>Case x message x seconds, for .ci/run to print.</summary>
static class Table
{
    static readonly string[] after = [" Why: ", " Next: ", " found at ", " no preemption"];

    internal static string Of(IEnumerable<(Case Case, Told Told)> rows)
    {
        var all = rows.ToList();
        var width = all.Max(row => row.Case.Name.Length);
        return string.Concat(all.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{row.Case.Name.PadRight(width)}  {row.Told.Seconds,5:0.00}  {Headline(row.Told)}\n")));
    }

    /// <summary>Of a report: what it says under the spec's own name, before it explains.</summary>
    static string Headline(Told told) => Mistake.OneLine(string.Join(' ', told.Message.Split('\n')
        .Where(line => !line.EndsWith(": The kata runs"))
        .TakeWhile(line => line.Trim() != "" && !after.Any(line.StartsWith))));
}
