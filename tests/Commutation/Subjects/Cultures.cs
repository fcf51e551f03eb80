using System.Globalization;

namespace Commutation.Subjects;

static class Cultures
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(CultureInfo), "new(\"\")", "new(\"en-US\")"),
        new(typeof(NumberFormatInfo), "new()", "new() { NumberDecimalSeparator = \",\" }")
        { Extra = ["1.5.ToString(x)", "double.Parse(\"1\", x)", "string.Format(x, \"{0}\", 1.5)"] },
        new(typeof(DateTimeFormatInfo), "new()", "new() { DateSeparator = \".\" }")
        { Extra = ["new DateTime(2020, 1, 2).ToString(x)", "DateTime.Parse(\"2020-01-02\", x)"] },
        new(typeof(CompareInfo), "CultureInfo.InvariantCulture.CompareInfo",
            "new CultureInfo(\"en-US\").CompareInfo"),
        new(typeof(TextInfo), "(TextInfo)CultureInfo.InvariantCulture.TextInfo.Clone()",
            "(TextInfo)new CultureInfo(\"en-US\").TextInfo.Clone()"),
        new(typeof(Calendar), "new GregorianCalendar()", "new JulianCalendar()"),
        new(typeof(TextElementEnumerator), "StringInfo.GetTextElementEnumerator(\"\")",
            "StringInfo.GetTextElementEnumerator(\"abc\")"),
        new(typeof(StringInfo), "new()", "new(\"abc\")"),
        new(typeof(RegionInfo), "new(\"US\")", "new(\"CH\")"),
    ];
}
