namespace Interleavings.Reporting;

/// <summary>A schedule as the page's script reads it.</summary>
/// <param name="Operations">A heading for each column.</param>
sealed record PageSchedule(
    string Title, IReadOnlyList<string> Operations, IReadOnlyList<PageStep> Steps)
{
    public static PageSchedule Of(string title, Case told)
    {
        var rows = new Rows(told).All();
        int[] columns = [.. rows.Select(r => r.Operation).Distinct().Order()];
        var memory = new MemoryAfter(told);
        return new(title, [.. columns.Select(told.Names.Heading)],
            [.. rows.Select(r => Step(r, Array.IndexOf(columns, r.Operation), told, memory))]);
    }

    static PageStep Step(Row row, int column, Case told, MemoryAfter memory) => new(
        column,
        told.Names.Short(row.Operation),
        string.Join(' ', ((string[])[row.Verb, row.Target, row.Value]).Where(part => part != "")),
        row.Marker,
        IsRacing(row, told),
        row.Site.Path,
        row.Site.File,
        row.Site.Line,
        memory.Step(row.Step < 0 ? told.Failure.Steps.Count - 1 : row.Step));

    static bool IsRacing(Row row, Case told) => row.Step < 0
        ? row.Marker == Markers.DataRace
        : row.Step == told.Racing.First || row.Step == told.Racing.Second;
}

/// <param name="Operation">The index of its column.</param>
/// <param name="Who">The operation's name in a sentence.</param>
/// <param name="Does">"reads count → 0".</param>
/// <param name="Path">The source file's, to find its text by; empty if unknown.</param>
/// <param name="Line">From 1; 0 if unknown.</param>
/// <param name="Memory">Variables and locks after the step.</param>
sealed record PageStep(
    int Operation, string Who, string Does, string? Marker, bool Racing,
    string Path, string File, int Line, IReadOnlyList<PageValue> Memory);

/// <summary>What a variable holds, or who holds a lock.</summary>
sealed record PageValue(string Name, string Value);
