namespace Interleavings.Reporting;

/// <summary>
/// The lines beside the steps: headed by their file if it is one, else each with its own.
/// </summary>
sealed class SiteColumn
{
    const int MaxWidth = 22;

    readonly bool oneFile;
    readonly int digits;

    public SiteColumn(IReadOnlyList<Row> rows)
    {
        Site[] known = [.. rows.Select(r => r.Site).Where(s => s.Line > 0)];
        string[] files = [.. known.Select(s => s.File).Distinct()];
        oneFile = files.Length == 1;
        digits = known.Select(s => $"{s.Line}".Length).DefaultIfEmpty().Max();
        Heading = oneFile ? Text.ShortenLeft(files[0], MaxWidth) : "";
        Width = rows.Select(Of).Append(Heading).Max(Text.Width);
    }

    public string Heading { get; }

    public int Width { get; }

    public string Of(Row row) => oneFile
        ? row.Site.Line > 0 ? $" {$"{row.Site.Line}".PadLeft(digits)}" : ""
        : Text.ShortenLeft(Text.OneLine(row.Site.ToString()), MaxWidth);
}
