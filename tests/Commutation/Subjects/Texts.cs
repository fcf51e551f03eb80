using System.Text;
using System.Text.RegularExpressions;

namespace Commutation.Subjects;

static class Texts
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(StringBuilder), "new()", "new(\"abc\")"),
        new(typeof(StringBuilder), "new()", "new(\"abc\")")
        { View = new(typeof(StringWriter), "new StringWriter(x)") },
        new(typeof(StringWriter), "new()", "new(new StringBuilder(\"abc\"))"),
        new(typeof(StringReader), "new(\"\")", "new(\"ab\\ncd\")"),
        new(typeof(string), "\"\"", "\"abc\""),
        new(typeof(Regex), "new(\"\")", "new(\"a+\")"),
        new(typeof(Match), "Regex.Match(\"\", \"b\")", "Regex.Match(\"cab ab\", \"a(b)\")"),
        new(typeof(MatchCollection), "Regex.Matches(\"\", \"b\")",
            "Regex.Matches(\"cab ab\", \"a(b)\")"),
        new(typeof(GroupCollection), "Regex.Match(\"\", \"b\").Groups",
            "Regex.Match(\"cab ab\", \"a(b)\").Groups"),
        new(typeof(Encoder), "Encoding.UTF8.GetEncoder()", "Encoding.Unicode.GetEncoder()"),
        new(typeof(Decoder), "Encoding.UTF8.GetDecoder()", "Encoding.Unicode.GetDecoder()"),
        new(typeof(Encoding), "new UTF8Encoding()", "Encoding.Latin1"),
        new(typeof(CompositeFormat), "CompositeFormat.Parse(\"\")",
            "CompositeFormat.Parse(\"{0}\")"),
    ];
}
