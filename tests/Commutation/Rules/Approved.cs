using System.Runtime.CompilerServices;

namespace Commutation.Rules;

/// <summary>The known disagreements: <c>disagreements.txt</c>, in the repository.</summary>
static class Approved
{
    static string Folder([CallerFilePath] string path = "") =>
        Path.GetDirectoryName(Path.GetDirectoryName(path))!;

    static string File => Path.Combine(Folder(), "disagreements.txt");

    public static string Received => Path.Combine(Folder(), "disagreements.received.txt");

    public static string Text => System.IO.File.ReadAllText(File);

    /// <summary>The pairs in it.</summary>
    public static IReadOnlySet<string> Lines { get; } = System.IO.File.ReadLines(File)
        .Select(line => line.Split(Table.Separator)[0]).ToHashSet();

    /// <summary>Members and fields are those of one version of the framework.</summary>
    public static bool IsForThisFramework =>
        Text.StartsWith($"# .NET {Environment.Version}\n", StringComparison.Ordinal);

    /// <summary>Writes the text beside the approved one if it differs.</summary>
    public static void Receive(string text)
    {
        if (text == Text) System.IO.File.Delete(Received);
        else System.IO.File.WriteAllText(Received, text);
    }
}
