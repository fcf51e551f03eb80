namespace Interleavings.Reporting;

/// <summary>
/// An interleaving as a table: a column for each operation, a line for each step.
/// </summary>
public static class Diagram
{
    const int HeadingLines = 2;

    /// <summary>At most 78 columns wide; empty if no step tells anything.</summary>
    public static string Of(Failure failure, int maxLines = 14) =>
        string.Join('\n', Lines(new Case(failure), maxLines));

    internal static IReadOnlyList<string> Lines(Case told, int maxLines)
    {
        var rows = new Rows(told).All();
        if (!Tells(told.Failure.Kind, rows)) return [];

        // How wide the columns are, and so whether a marker needs a line, depends on what is kept.
        for (var lines = maxLines - HeadingLines; ; lines--)
        {
            var keep = Folding.Keep(rows, Math.Max(1, lines));
            var drawn = Draw(rows, keep, told.Names);
            if (drawn.Count <= maxLines || lines <= 1) return drawn;
        }
    }

    /// <summary>
    /// Steps of a single operation explain no failure that it would have had alone.
    /// </summary>
    static bool Tells(FailureKind kind, IReadOnlyList<Row> rows) =>
        kind is FailureKind.Assertion or FailureKind.DataRace
            or FailureKind.Deadlock or FailureKind.Livelock or FailureKind.ThreadPoolStarvation
            ? rows.Count > 0
            : rows.Select(r => r.Operation).Distinct().Skip(1).Any();

    static List<string> Draw(IReadOnlyList<Row> rows, bool[] keep, Names names)
    {
        Row[] kept = [.. rows.Where((_, i) => keep[i])];
        if (kept.Length == 0) return [];
        var columns = new Columns(kept, names);
        var lines = columns.Heading().ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            if (keep[i])
            {
                lines.AddRange(columns.Lines(rows[i]));
                continue;
            }
            var hidden = 1;
            while (i + 1 < rows.Count && !keep[i + 1]) (hidden, i) = (hidden + 1, i + 1);
            lines.Add($"   … {Text.Count(hidden, "more step")} …");
        }
        return lines;
    }
}
