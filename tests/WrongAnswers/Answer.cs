using Katas.Tests.Board;

namespace WrongAnswers;

/// <summary>An answer of the gallery, and the verdict that its first line says it must get.</summary>
/// <param name="Kata">The kata's folder: "05-LockFix".</param>
/// <param name="Name">The file's name, without its ending.</param>
/// <param name="Reason">What a failing spec's message has to say; null for a right answer.</param>
sealed record Answer(string Kata, string Name, string Text, string? Reason)
{
    const string Right = "// right: ";
    const string Wrong = "// wrong: ";

    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "WrongAnswers");

    internal bool IsRight => Reason is null;

    internal static IReadOnlyList<Answer> All() =>
    [
        .. from folder in Directory.EnumerateDirectories(Folder, "??-*")
           from path in Directory.EnumerateFiles(folder, "*.cs")
           orderby path
           select Read(path),
    ];

    static Answer Read(string path)
    {
        var text = File.ReadAllText(path);
        return new(
            Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileNameWithoutExtension(path),
            text, ReasonIn(text.Split('\n')[0].TrimEnd(), path));
    }

    static string? ReasonIn(string head, string path)
    {
        if (head.StartsWith(Right)) return null;
        if (head.StartsWith(Wrong) && head.Split(" -> ") is [_, var reason]) return reason;
        throw new FormatException($"{path} has to begin with \"{Right}<what>\" or"
            + $" \"{Wrong}<what> -> <what a failing spec's message says>\".");
    }

    public override string ToString() => $"{Kata}/{Name}";
}
