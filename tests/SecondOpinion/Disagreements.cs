namespace SecondOpinion;

/// <summary>
/// disagreements.md: under each heading who is right and why, and then the programs it explains, as
/// "- 05-LockFix/the solution: stuck", with what Coyote says of them.
/// </summary>
static class Disagreements
{
    static readonly string Path =
        System.IO.Path.Combine(AppContext.BaseDirectory, "disagreements.md");

    /// <summary>By program and Coyote's kind of opinion, the heading.</summary>
    internal static IReadOnlyDictionary<string, string> Read()
    {
        var known = new Dictionary<string, string>();
        var heading = "";
        foreach (var line in File.ReadLines(Path))
        {
            if (line.StartsWith("## ")) heading = line[3..];
            if (line.StartsWith("- ")) known.Add(line[2..], heading);
        }
        return known;
    }

    internal static string Key(Row row) => $"{row.Program}: {row.Coyote.Kind}";
}
