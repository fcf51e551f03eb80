using System.Text.RegularExpressions;
using Commutation.Calls;
using Commutation.Subjects;

namespace Commutation.Rules;

/// <summary>
/// The calls that the documentation calls safe together: <c>safe-together.txt</c> quotes it.
/// </summary>
static class Documentation
{
    sealed record Sentence(string Text, string Url)
    {
        public List<(Regex Type, Regex Member, bool BesideAny, bool OfCopies)> Members { get; } =
            [];

        public bool Includes(Subject subject, Call first, Call second, bool isReference)
        {
            var members = Members.Where(m => m.Type.IsMatch(subject.Name)).ToList();
            return members.Any(m => m.Member.IsMatch(first.Name))
                && members.Any(m => m.Member.IsMatch(second.Name))
                // What looks at the reference to a box has copied the struct.
                || members.Any(m => m.BesideAny && (isReference || m.OfCopies)
                    && (m.Member.IsMatch(first.Name) || m.Member.IsMatch(second.Name)));
        }
    }

    static readonly List<Sentence> sentences = Read();

    static readonly Regex asText = new("\\.ToString\\(|\\$\"|string\\.(Format|Concat)\\(");

    const string defaultText =
        "\"The default implementation of the ToString method returns the fully qualified name"
        + " of the type of the Object.\""
        + " (https://learn.microsoft.com/dotnet/api/system.object.tostring)";

    /// <param name="x">The shared object: a default <c>ToString</c> looks at its type only.</param>
    /// <returns>The sentence; null if none calls them safe together.</returns>
    public static string? Says(Subject subject, Call first, Call second, object? x)
    {
        var hasDefaultText = x is not (null or IFormattable or ValueType)
            && x.GetType().GetMethod("ToString", [])!.DeclaringType == typeof(object);
        return sentences.FirstOrDefault(s => s.Includes(
                subject, first, second, isReference: x is not ValueType))?.Text
            ?? (hasDefaultText && (IsAsText(first) || IsAsText(second)) ? defaultText : null);
    }

    static bool IsAsText(Call call) =>
        call.Name.Contains("(object)x", StringComparison.Ordinal) && asText.IsMatch(call.Name)
        || call.Name is "$\"{x}\"" or "string.Format(\"{0}\", x)";

    static bool OfCopies(string line) => line.Contains(" ::: ", StringComparison.Ordinal);

    static List<Sentence> Read()
    {
        using var stream = typeof(Documentation).Assembly
            .GetManifestResourceStream("safe-together.txt")!;
        using var reader = new StreamReader(stream);
        var patterns = new Dictionary<string, string>();
        var result = new List<Sentence>();
        var url = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("http", StringComparison.Ordinal)) url = line;
            else if (line[0] == '"') result.Add(new(line, url));
            else if (line.Split(" = ", 2) is [['$', ..] name, var pattern])
                patterns[name] = pattern;
            else if (line.Split([" : ", " :: ", " ::: "], 2, default) is [var type, var member])
                result[^1].Members.Add((new($"^({type.Trim()})$"),
                    new($"^({patterns.GetValueOrDefault(member.Trim(), member.Trim())})"),
                    line.Contains(" :: ", StringComparison.Ordinal) || OfCopies(line),
                    OfCopies(line)));
            else throw new FormatException($"safe-together.txt: {line}");
        }
        return result;
    }
}
