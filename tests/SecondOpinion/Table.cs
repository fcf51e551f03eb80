using System.Text;

namespace SecondOpinion;

/// <summary>The rows as text.</summary>
static class Table
{
    internal static string Of(IReadOnlyList<Row> rows)
    {
        var reasons = Disagreements.Read();
        var text = new StringBuilder();
        string[] head = ["program", "explorer", "runs", "Coyote", "runs", ""];
        List<string[]> lines = [head, .. rows.Select(row => Cells(row, reasons))];
        var widths = Enumerable.Range(0, head.Length - 1).Select(i => lines.Max(l => l[i].Length));
        foreach (var line in lines)
            text.AppendLine(string.Join("  ", line.Zip([.. widths, 0]).Select((cell, i) =>
                i is 2 or 4 ? cell.First.PadLeft(cell.Second) : cell.First.PadRight(cell.Second)))
                .TrimEnd());
        text.AppendLine().Append(Summary(rows));
        return text.ToString();
    }

    static string[] Cells(Row row, IReadOnlyDictionary<string, string> reasons) =>
    [
        row.Program,
        row.Explorer.Opinion.Kind, $"{row.Explorer.Opinion.Executions}",
        row.Coyote.Kind, Runs(row.Coyote),
        row.Agrees ? "" : reasons.GetValueOrDefault(Disagreements.Key(row), "NOT EXPLAINED"),
    ];

    /// <summary>
    /// Coyote doesn't find a bug at the same execution each time, although its seed is fixed: so in
    /// tens, hundreds or thousands. How far it came before it lost control is a matter of chance.
    /// </summary>
    static string Runs(Opinion coyote) => coyote switch
    {
        { IsRight: true } => $"{coyote.Executions}",
        { IsBug: true } => $"<1{new string('0', $"{coyote.Executions}".Length)}",
        _ => "",
    };

    static string Summary(IReadOnlyList<Row> rows)
    {
        var right = rows.Where(row => row.Explorer.Opinion.IsRight).ToList();
        var wrong = rows.Except(right).ToList();
        return $"""
            {wrong.Count} programs are wrong, says the explorer. {Coyotes(wrong)}
            {right.Count} programs are right, says the explorer. {Coyotes(right)}
            They agree on {rows.Count(row => row.Agrees)} of {rows.Count}.
            """;
    }

    static string Coyotes(IReadOnlyList<Row> rows)
    {
        var bugs = rows.Count(row => row.Coyote.IsBug);
        var rights = rows.Count(row => row.Coyote.IsRight);
        return $"Coyote finds a bug in {bugs}, none in {rights},"
            + $" and loses control of {rows.Count - bugs - rights}.";
    }
}
