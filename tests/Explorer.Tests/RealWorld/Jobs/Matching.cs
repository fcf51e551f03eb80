// uses: System.Text.RegularExpressions
using System.Text.RegularExpressions;

public static class Job
{
    public static string Run()
    {
        var text = string.Join('\n', Enumerable.Range(0, 200).Select(i => $"line{i}: <b>{i * i}</b> x@y{i}.org"));
        string[] patterns =
        [
            @"<(?<t>\w+)>(\d+)</\k<t>>", @"(?m)^line\d*5:", @"[\w.]+@\w+\.(org|com)", @"(a|b)*c|\d{3,}?",
            @"(?<=: )<b>(?!1)", @"(?i)LINE1[0-3]+",
        ];
        RegexOptions[] options =
            [RegexOptions.None, RegexOptions.Compiled, RegexOptions.NonBacktracking, RegexOptions.RightToLeft];
        return string.Join('|', from p in patterns from o in options select Count(p, o, text));
    }

    static string Count(string pattern, RegexOptions options, string text)
    {
        try
        {
            var all = Regex.Matches(text, pattern, options);
            return $"{all.Count} {all.FirstOrDefault()?.Value} {Regex.Replace(text, pattern, "$$", options).Length}";
        }
        catch (NotSupportedException e)
        {
            return e.GetType().Name;
        }
    }
}
