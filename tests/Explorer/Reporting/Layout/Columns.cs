namespace Interleavings.Reporting;

/// <summary>
/// Rows side by side: a column for each of up to three operations, otherwise one for all.
/// </summary>
sealed class Columns
{
    const int Margin = 3;
    const int Gap = 2;
    const int MarkerGap = 2;
    const int MaxColumns = 3;
    const int MaxColumnWidth = 34;

    readonly IReadOnlyList<Row> rows;
    readonly IReadOnlyList<int> operations;
    readonly Names names;
    readonly SiteColumn sites;
    readonly int verbWidth;
    readonly int width;
    readonly int lastWidth;

    public Columns(IReadOnlyList<Row> rows, Names names)
    {
        this.rows = rows;
        this.names = names;
        operations = [.. rows.Select(r => r.Operation).Distinct().Order()];
        sites = new SiteColumn(rows);
        verbWidth = rows.Where(r => r.Target != "").Select(r => Text.Width(r.Verb))
            .DefaultIfEmpty().Max();
        var room = Paragraph.LineWidth - Margin - sites.Width;
        width = Share
            ? Math.Min(2 * MaxColumnWidth, room)
            : Math.Min(MaxColumnWidth, room / operations.Count);
        lastWidth = width;
        if (!Share && operations.Count > 1) (width, lastWidth) = Widths(room);
    }

    /// <summary>
    /// All columns alike, but the last may be wider if the others have room to spare: it has no
    /// empty column to its right where its markers could stand.
    /// </summary>
    (int Each, int Last) Widths(int room)
    {
        var others = operations.Count - 1;
        var wanted = rows.Where(r => r.Operation == operations[^1]).Max(r => CellWidth(r)
            + (r.Marker is { } marker ? MarkerGap + Text.Width(marker) : 0)) + 1;
        var needed = Gap + Math.Max(
            rows.Where(r => r.Operation != operations[^1]).Max(CellWidth),
            operations.SkipLast(1).Max(o => Text.Width(names.Heading(o))));
        var last = wanted > width && wanted <= room - others * needed ? wanted : width;
        return (Math.Min(MaxColumnWidth, (room - last) / others), last);
    }

    int CellWidth(Row row) => Text.Width(row.Cell(verbWidth, MaxColumnWidth - Gap));

    bool Share => operations.Count > MaxColumns;

    int SitesAt => Margin + (Share ? width : width * (operations.Count - 1) + lastWidth);

    public IEnumerable<string> Heading()
    {
        string[] headings = Share
            ? [$"{operations.Count} operations, by their letters"]
            : [.. operations.Select(names.Heading)];
        var cells = headings.Select((h, i) => i == headings.Length - 1
            ? Text.Pad(Text.Shorten(h, lastWidth - Gap), lastWidth)
            : Text.Pad(Text.Shorten(h, width - Gap), width));
        yield return (new string(' ', Margin) + string.Concat(cells) + sites.Heading).TrimEnd();
        yield return new string(' ', Margin) + new string('─', SitesAt - Margin + sites.Width);
    }

    public IEnumerable<string> Lines(Row row)
    {
        var indent = new string(' ', Indent(row));
        var column = row.Operation == operations[^1] ? lastWidth : width;
        var text = indent + Letter(row) + row.Cell(verbWidth, column - Gap - Letter(row).Length);
        var site = sites.Of(row);
        if (row.Marker is not { } marker)
        {
            yield return WithSite(text, site);
            yield break;
        }

        // Beside its step where there is room (the columns to the right are empty),
        // otherwise under it.
        var beside = text + new string(' ', MarkerGap) + marker;
        if (Text.Width(beside) < SitesAt)
        {
            yield return WithSite(beside, site);
            yield break;
        }
        yield return WithSite(text, site);
        yield return Text.Shorten(indent + marker, Paragraph.LineWidth);
    }

    string WithSite(string text, string site) => (Text.Pad(text, SitesAt) + site).TrimEnd();

    int Indent(Row row) => Margin + (Share ? 0 : width
        * operations.Index().First(o => o.Item == row.Operation).Index);

    string Letter(Row row)
    {
        if (!Share) return "";
        var longest = operations.Max(o => names.Letter(o).Length);
        return Text.Pad(names.Letter(row.Operation), longest) + "  ";
    }
}
