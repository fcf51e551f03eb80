using System.Globalization;
using Katas.Tests.Board;

namespace HostileKatas;

/// <summary>Case x message x seconds, for .ci/run to print.</summary>
static class Table
{
    internal static string Of(IEnumerable<(Case Case, Told Told)> rows)
    {
        var all = rows.ToList();
        var width = all.Max(row => row.Case.Name.Length);
        return string.Concat(all.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{row.Case.Name.PadRight(width)}  {row.Told.Seconds,5:0.00}  {Headline(row.Told)}\n")));
    }

    /// <summary>Of a report: what it says under the spec's own name, up to an empty line.</summary>
    static string Headline(Told told) => Mistake.OneLine(string.Join(' ', told.Message.Split('\n')
        .Where(line => !line.Contains("The kata runs") && !line.StartsWith(" found at "))
        .TakeWhile(line => line.Trim() != "")));
}
