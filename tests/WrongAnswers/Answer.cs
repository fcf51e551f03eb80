using Katas.Tests.Board;

namespace WrongAnswers;

/// <summary>An answer of the gallery, and the verdict that its first line says it must get.</summary>
/// <param name="Kata">The kata's folder: "05-LockFix".</param>
/// <param name="Name">The file's name, without its ending.</param>
/// <param name="Mistake">Why a spec has to turn it down; null for a right answer.</param>
sealed record Answer(string Kata, string Name, string Text, Mistake? Mistake)
{
    internal bool IsRight => Mistake is null;

    internal static IReadOnlyList<Answer> All() =>
    [
        .. from folder in Directory.EnumerateDirectories(Mistake.Gallery, "??-*")
           from path in Directory.EnumerateFiles(folder, "*.cs")
           orderby path
           select Read(path),
    ];

    static Answer Read(string path)
    {
        var text = File.ReadAllText(path);
        return new(
            Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileNameWithoutExtension(path),
            text, MistakeIn(text, path));
    }

    static Mistake? MistakeIn(string text, string path)
    {
        if (text.StartsWith("// right: ")) return null;
        return Mistake.In(text)
            ?? throw new FormatException($"{path} has to begin with \"// right: <what>\" or"
                + " \"// wrong: <what> -> <what a failing spec's message says>\".");
    }

    public override string ToString() => $"{Kata}/{Name}";
}
