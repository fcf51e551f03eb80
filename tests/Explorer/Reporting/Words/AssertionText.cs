using System.Text.RegularExpressions;

namespace Interleavings.Reporting;

/// <summary>An assertion's message, which comes in many lines, as one sentence.</summary>
static partial class AssertionText
{
    public static string Tidy(string message)
    {
        var lines = message.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim())
            .Where(l => l != "").ToList();
        return lines.Any(l => l.StartsWith("Expected: ", StringComparison.Ordinal))
            ? Constraint(lines)
            : Sentence(lines);
    }

    /// <summary>
    /// "counter.Value / should be / 2 / but was / 1 / Additional Info: / 2 workers".
    /// </summary>
    static string Sentence(List<string> lines)
    {
        var note = lines.FindIndex(l => l.StartsWith("Additional Info:", StringComparison.Ordinal));
        var told = note < 0 ? lines : lines[..note];

        // What follows repeats both values, character by character.
        var repeats = told.FindIndex(l => l == "difference");
        // Every comparison of texts says so; what differs is told all the same.
        var sentence = Text.OneLine(string.Join(' ', repeats < 0 ? told : told[..repeats]))
            .Replace(" (case sensitive comparison)", "");
        var added = note < 0 ? ""
            : Text.OneLine(string.Join(' ', lines[note..])["Additional Info:".Length..]);
        return added == "" ? sentence : $"{sentence} ({added})";
    }

    /// <summary>
    /// "2 workers / Assert.That(counter.Value, Is.EqualTo(2)) / Expected: 2 / But was: 1".
    /// </summary>
    static string Constraint(List<string> lines)
    {
        var expected = lines.FindIndex(l => l.StartsWith("Expected: ", StringComparison.Ordinal));
        var was = lines.FindIndex(expected, l => l.StartsWith("But was:", StringComparison.Ordinal));
        var call = lines[..expected].FindLastIndex(
            l => l.StartsWith("Assert.That(", StringComparison.Ordinal));
        var subject = call < 0 ? "" : Actual(lines[call]["Assert.That(".Length..]);
        var note = string.Join(' ', lines[..expected]
            .Where((l, i) => i != call && !Lengths().IsMatch(l)));
        var sentence = $"{(subject == "" ? "" : subject + ": ")}expected"
            + $" {lines[expected]["Expected: ".Length..].Trim()}"
            + (was < 0 ? "" : $" but was {lines[was]["But was:".Length..].Trim()}");
        return Text.OneLine(note == "" ? sentence : $"{sentence} ({note})");
    }

    /// <summary>The first argument: up to the comma that is in no bracket.</summary>
    static string Actual(string arguments)
    {
        var depth = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is '(' or '[' or '{') depth++;
            if (arguments[i] is ')' or ']' or '}') depth--;
            if (depth < 0 || (depth == 0 && arguments[i] == ',')) return arguments[..i].Trim();
        }
        return arguments.Trim();
    }

    [GeneratedRegex("^(Expected string length|String lengths are|Strings differ|Multiple failures|[0-9]+\\) )")]
    private static partial Regex Lengths();
}
