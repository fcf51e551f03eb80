namespace Interleavings;

/// <summary>
/// A place in the source, written by the weaver into the woven code as one string literal:
/// path, line, member and target, separated by tabs.
/// </summary>
/// <param name="Path">The source file as the compiler knew it; empty if unknown.</param>
/// <param name="Line">From 1; 0 if unknown.</param>
/// <param name="Member">The method, as a reader would write it: "Counter.Increment".</param>
/// <param name="Target">The variable, lock or member concerned, as in the source; may be empty.</param>
public readonly record struct Site(string Path, int Line, string Member, string Target)
{
    public static Site Unknown { get; } = new("", 0, "", "");

    /// <summary>The file's name without its folders.</summary>
    public string File => System.IO.Path.GetFileName(Path.Replace('\\', '/'));

    /// <summary>Reads what <see cref="Format"/> wrote; anything else is <see cref="Unknown"/>.</summary>
    public static Site Parse(string? text)
    {
        var parts = (text ?? "").Split('\t');
        return parts.Length == 4 && int.TryParse(parts[1], out var line)
            ? new(parts[0], line, parts[2], parts[3])
            : Unknown;
    }

    /// <summary>The literal that the weaver writes.</summary>
    public string Format() => $"{Path}\t{Line}\t{Member}\t{Target}";

    /// <summary>"Counter.cs:14", or the member where the line is unknown.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : Member;
}
