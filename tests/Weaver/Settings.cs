namespace Weaving;

/// <summary>A project file's settings for the assemblies that it refers to, by name.</summary>
/// <param name="Woven">Those that are woven with it.</param>
/// <param name="Known">Those that aren't, and that the project vouches for.</param>
public sealed record Settings(IReadOnlyList<string> Woven, IReadOnlyList<string> Known)
{
    const string WovenPrefix = "woven:";
    const string KnownPrefix = "known:";

    public static Settings None { get; } = new([], []);

    /// <summary>Reads the list of <c>Weave.targets</c>: the settings, then a path a line.</summary>
    public static (Settings Settings, IReadOnlyList<string> ReferencePaths) Read(
        IReadOnlyList<string> lines)
    {
        string[] After(string prefix) =>
            [.. lines.Where(l => l.StartsWith(prefix, StringComparison.Ordinal))
                .Select(l => l[prefix.Length..]).Where(name => name.Length > 0)];
        return (
            new(After(WovenPrefix), After(KnownPrefix)),
            [.. lines.Where(l => l.Length > 0
                && !l.StartsWith(WovenPrefix, StringComparison.Ordinal)
                && !l.StartsWith(KnownPrefix, StringComparison.Ordinal))]);
    }
}
