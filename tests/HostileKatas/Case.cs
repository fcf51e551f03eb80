using System.Text.RegularExpressions;
using Katas.Tests.Board;

namespace HostileKatas;

enum Kind
{
    /// <summary>It gets a message that says so.</summary>
    Hostile,

    /// <summary>It only looks strange: it is proved.</summary>
    Harmless,

    /// <summary>It takes its process with it, and what is left says in which kata that was.</summary>
    Fatal,
}

/// <summary>A kata that nobody should write, and what has to be said of it.</summary>
/// <param name="Phrase">What the message has to say: a part of it.</param>
sealed partial record Case(string Name, Kind Kind, string What, string Phrase, string Text)
{
    static readonly string folder =
        Path.Combine(Repository.Root, "tests", "HostileKatas", "Cases");

    internal static IReadOnlyList<Case> All() =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(Read),
    ];

    internal static Case Named(string name) => Read(Path.Combine(folder, $"{name}.cs"));

    /// <summary>Whether the kata is asynchronous: its specs wait for the task.</summary>
    internal bool IsAsync => Text.Contains("Task Run()");

    /// <summary>Whether it is told twice, in the same words: what takes long says so at its head.</summary>
    internal bool RunsTwice { get; private init; }

    static Case Read(string path)
    {
        var text = File.ReadAllText(path);
        var head = Head().Match(text);
        return head.Success
            ? new(Path.GetFileNameWithoutExtension(path),
                Enum.Parse<Kind>(head.Groups["kind"].Value, ignoreCase: true),
                head.Groups["what"].Value, head.Groups["phrase"].Value.TrimEnd(), text)
            {
                RunsTwice = !head.Groups["slow"].Success,
            }
            : throw new FormatException($"{path} has to begin with \"// hostile: <what> -> <what the"
                + " message says>\", or harmless or fatal in the place of hostile.");
    }

    public override string ToString() => Name;

    [GeneratedRegex("^// (?<kind>hostile|harmless|fatal)(?<slow>, slow)?: (?<what>.+?) -> (?<phrase>.+)")]
    private static partial Regex Head();
}
