using System.Text.RegularExpressions;

namespace Interleavings.Reporting;

/// <summary>What is outside the explorer's control, where, why, and what to use instead.</summary>
static partial class RefusalMessage
{
    public static IReadOnlyList<string> Of(Refusal? refusal, string? claim)
    {
        var title = claim is null ? [] : Paragraph.Of(" Refused: ", claim, 2);
        var label = claim is null ? " Refused: " : "   ";
        if (refusal is null)
            return [.. title, .. Paragraph.Of(label, "the program uses something outside control.")];

        var (why, instead) = Split(Text.OneLine(refusal.Reason));
        var place = Places.Full(refusal.Site) is { Length: > 0 } site ? $" at {site}" : "";
        return
        [
            .. title,
            .. Paragraph.Of(label, refusal.IsNondeterminism
                ? $"nondeterministic: {Member(refusal.Member)}{place} decides what the program does"
                : refusal.IsDoubt ? $"is {Member(refusal.Member)}{place} thread-safe?"
                : $"{Member(refusal.Member)}{place} is outside the explorer's control"),
            .. why == "" ? [] : Paragraph.Of(" Why: ", why),
            .. instead == "" ? [] : Paragraph.Of(" Next: ", instead),
        ];
    }

    /// <summary>"System.Threading.Mutex..ctor" as in the source: "new Mutex".</summary>
    public static string Member(string member)
    {
        var name = Arity().Replace(Text.OneLine(member), "");
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var arguments = bracket < 0 ? "" : name[bracket..];
        var parts = (bracket < 0 ? name : name[..bracket]).Replace("..ctor", ".new")
            .Replace(".get_", ".").Replace(".set_", ".").Replace(".add_", ".").Split('.');
        var shown = parts is [.., var type, "new"] ? $"new {type}"
            : string.Join('.', parts.TakeLast(2));
        return shown + arguments;
    }

    /// <summary>Of generic types, in metadata.</summary>
    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();

    /// <summary>A reason mostly ends with its way out: "... is not modelled: use `lock`".</summary>
    static (string Why, string Instead) Split(string reason)
    {
        var at = reason.LastIndexOf("use ", StringComparison.OrdinalIgnoreCase);
        if (at < 0) at = reason.LastIndexOf(": ", StringComparison.Ordinal) is var colon and > 0 ? colon + 2 : -1;
        var before = at < 0 ? reason : reason[..at].TrimEnd();
        return at >= 0 && (before == "" || before[^1] is ':' or '.' or ';' or ',')
            ? (Full(before.TrimEnd(':', '.', ';', ',')), Full(reason[at..]))
            : (Full(reason), "");
    }

    static string Full(string sentence) => sentence == ""
        ? ""
        : Text.Capital(sentence).TrimEnd('.') + ".";
}
