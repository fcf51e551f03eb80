using System.Runtime.CompilerServices;

namespace Commutation.Rules;

/// <summary>Known disagreements, in a file of the repository.</summary>
sealed class Approved
{
    readonly string file;

    Approved(string name, [CallerFilePath] string path = "")
    {
        file = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(path))!, name + ".txt");
        Lines = File.ReadLines(file).Select(line => line.Split(Table.Separator)[0]).ToHashSet();
    }

    /// <summary>Of the base library's types.</summary>
    public static Approved OfTypes { get; } = new("disagreements");

    /// <summary>Of the primitives.</summary>
    public static Approved OfPrimitives { get; } = new("primitives");

    public string Text => File.ReadAllText(file);

    /// <summary>The pairs in it.</summary>
    public IReadOnlySet<string> Lines { get; }

    /// <summary>Members and fields are those of one version of the framework.</summary>
    public bool IsForThisFramework =>
        Text.StartsWith($"# .NET {Environment.Version}\n", StringComparison.Ordinal);

    /// <summary>Writes the text beside the approved one if it differs.</summary>
    public void Receive(string text)
    {
        var received = Path.ChangeExtension(file, ".received.txt");
        if (text == Text) File.Delete(received);
        else File.WriteAllText(received, text);
    }
}
