namespace Interleavings.Reporting;

/// <summary>Rows side by side: a column for each of up to three operations, otherwise one for all.</summary>
sealed class Columns
{
    const int Margin = 3;
    const int Gap = 2;
    const int MaxColumns = 3;
    const int MaxColumnWidth = 34;

    readonly IReadOnlyList<Row> rows;
    readonly IReadOnlyList<int> operations;
    readonly Names names;
    readonly SiteColumn sites;
    readonly int verbWidth;
    readonly int width;

    public Columns(IReadOnlyList<Row> rows, Names names)
    {
        this.rows = rows;
        this.names = names;
        operations = [.. rows.Select(r => r.Operation).Distinct().Order()];
        sites = new SiteColumn(rows);
        verbWidth = rows.Where(r => r.Target != "").Select(r => Text.Width(r.Verb)).DefaultIfEmpty().Max();
        var room = Paragraph.LineWidth - Margin - sites.Width;
        width = Share ? Math.Min(2 * MaxColumnWidth, room) : Math.Min(MaxColumnWidth, room / operations.Count);
    }

    bool Share => operations.Count > MaxColumns;

    int SitesAt => Margin + (Share ? width : width * operations.Count);

    public IEnumerable<string> Heading()
    {
        string[] headings = Share
            ? [$"{operations.Count} operations, by their letters"]
            : [.. operations.Select(names.Heading)];
        var cells = headings.Select(h => Text.Pad(Text.Shorten(h, width - Gap), width));
        yield return (new string(' ', Margin) + string.Concat(cells) + sites.Heading).TrimEnd();
        yield return new string(' ', Margin) + new string('─', SitesAt - Margin + sites.Width);
    }

    public IEnumerable<string> Lines(Row row)
    {
        var indent = new string(' ', Indent(row));
        var text = indent + Letter(row) + row.Cell(verbWidth, width - Gap - Letter(row).Length);
        var site = sites.Of(row);
        if (row.Marker is not { } marker)
        {
            yield return WithSite(text, site);
            yield break;
        }

        // Beside its step where there is room (the columns to the right are empty), otherwise under it.
        var beside = $"{text}   {marker}";
        if (Text.Width(beside) + Gap <= SitesAt)
        {
            yield return WithSite(beside, site);
            yield break;
        }
        yield return WithSite(text, site);
        yield return Text.Shorten(indent + marker, Paragraph.LineWidth);
    }

    string WithSite(string text, string site) => (Text.Pad(text, SitesAt) + site).TrimEnd();

    int Indent(Row row) => Margin + (Share ? 0 : width * operations.Index().First(o => o.Item == row.Operation).Index);

    string Letter(Row row)
    {
        if (!Share) return "";
        var longest = operations.Max(o => names.Letter(o).Length);
        return Text.Pad(names.Letter(row.Operation), longest) + "  ";
    }
}
