namespace Interleavings.Reporting;

/// <summary>
/// How lines are named in sentences: "line 14" if all are in one file, else "Counter.cs:14".
/// </summary>
sealed class Places(IEnumerable<Site> sites)
{
    readonly bool oneFile =
        sites.Where(s => s.Line > 0).Select(s => s.File).Distinct().Take(2).Count() == 1;

    /// <summary>"line 14", or "" where nothing is known.</summary>
    public string Of(Site? site) => site is not { } known ? ""
        : oneFile && known.Line > 0 ? $"line {known.Line}"
        : Full(known);

    /// <summary>" on line 14", or "".</summary>
    public string On(Site? site) =>
        Of(site) is "" ? "" : (site is { Line: > 0 } ? " on " : " in ") + Of(site);

    /// <summary>" (line 14)", or "".</summary>
    public string InBrackets(Site? site) => Of(site) is "" ? "" : $" ({Of(site)})";

    /// <summary>" (lines 14 and 16)", or " (line 14)" if it is only one.</summary>
    public string InBrackets(Site first, Site second) => first == second || Of(first) == Of(second)
        ? InBrackets(second)
        : oneFile && first.Line > 0 && second.Line > 0 ? $" (lines {first.Line} and {second.Line})"
        : $" ({Of(first)} and {Of(second)})";

    /// <summary>"Counter.cs:14", whatever the other lines are.</summary>
    public static string Full(Site? site) =>
        site is { } known ? Text.ShortenLeft(Text.OneLine(known.ToString()), 40) : "";
}
