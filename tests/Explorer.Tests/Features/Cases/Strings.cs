using System.Runtime.CompilerServices;
using System.Text;

public static class Strings
{
    public static string Interpolated()
    {
        var (n, s, d) = (42, "x", 3.14159);
        FormattableString f = $"{n} and {s}";
        return Say($"{n,5}|{n,-5}|{n:X}|{d:F2}|{s}{{}}", f.Format, f.ArgumentCount,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{d}"), $"{(n > 1 ? "a" : "b")}");
    }

    public static string Own_handler()
    {
        var log = new List<string>();
        Write(log, true, $"a{1}b{log.Count}");
        Write(log, false, $"a{Fails()}");
        return Say(log);
        static void Write(List<string> log, bool enabled,
            [InterpolatedStringHandlerArgument("log", "enabled")] Handler handler)
        {
            if (enabled) log.Add(handler.Text.ToString());
        }
        static int Fails() => throw new Exception();
    }

    public static string Ref_struct_handler()
    {
        return Put($"{1}-{"x"}-{2.5:F1}");
        static string Put(SpanHandler handler) => handler.Done();
    }

    public static string Raw_and_verbatim()
    {
        var n = 3;
        return Say("""a "quoted" text""", $$"""{n} {{n}}""", @"c:\d", $@"\{n}", "\u00e9\t\x41\e"[2..]);
    }

    public static string Building()
    {
        var b = new StringBuilder();
        b.Append(1).Append('c').Append("s").AppendLine().Insert(0, "<").Append($"{b.Length}");
        b[1] = '9';
        b.Replace("s", "S");
        return Say(b.ToString().ReplaceLineEndings("|"), b.Length);
    }

    public static string Concatenation()
    {
        string? none = null;
        var s = "a" + none + 'b' + 1 + 2.5.ToString("F1") + true;
        s += s;
        return Say(s, "a" + ("b" + "c") + "d" + "e" + "f", none + none == "");
    }

    public static string Comparison_and_interning()
    {
        var s = new string(['a', 'b']);
        return Say(s == "ab", (object)s == (object)"ab", string.Intern(s) == (object)"ab",
            string.Compare("a", "B", StringComparison.OrdinalIgnoreCase), "abc".Contains("bc"), s[1], s is "ab");
    }

    public static string Chars_and_runes()
    {
        var text = "a😀";
        var runes = text.EnumerateRunes().Select(r => r.Value);
        return Say(text.Length, runes, char.IsLetter(text[0]), (int)'x', (char)120, 'a' + 1, "x"u8[0]);
    }

    public static string Parsing_and_formatting()
    {
        return Say(int.Parse("12"), double.TryParse("1.5",
            System.Globalization.CultureInfo.InvariantCulture, out var d), d, Guid.Empty, 255.ToString("x4"),
            TimeSpan.FromSeconds(90), new DateTime(2026, 1, 2).ToString("yyyy-MM-dd"), new Version(1, 2));
    }

    public static string Regular_expressions()
    {
        var m = System.Text.RegularExpressions.Regex.Match("key=value", @"(?<k>\w+)=(?<v>\w+)");
        return Say(m.Groups["k"].Value, m.Groups["v"].Value,
            System.Text.RegularExpressions.Regex.Replace("a1b2", @"\d", d => $"<{int.Parse(d.Value) * 2}>"));
    }

    [InterpolatedStringHandler]
    public readonly struct Handler
    {
        public readonly StringBuilder Text = new();

        public Handler(int literals, int holes, List<string> log, bool enabled, out bool goOn)
        {
            goOn = enabled;
            Text.Append($"[{literals},{holes},{log.Count}]");
        }

        public void AppendLiteral(string s) => Text.Append(s);
        public void AppendFormatted<T>(T it) => Text.Append($"<{it}>");
    }

    [InterpolatedStringHandler]
    public ref struct SpanHandler(int literals, int holes)
    {
        readonly Span<char> to = new char[literals + holes * 8];
        int length;

        public void AppendLiteral(string s) { s.CopyTo(to[length..]); length += s.Length; }

        public void AppendFormatted<T>(T it, string? format = null)
        {
            var text = it is IFormattable f
                ? f.ToString(format, System.Globalization.CultureInfo.InvariantCulture)
                : $"{it}";
            AppendLiteral(text);
        }

        public readonly string Done() => to[..length].ToString();
    }
}
