namespace Interleavings.Hooks;

/// <summary>
/// The approved table of effects: what each public member of the framework does to its receiver and
/// its arguments. <c>tests/Effects</c> computes it from the framework's code.
/// </summary>
public static class EffectTable
{
    private static readonly Lazy<Dictionary<string, string>> Types = new(Read);

    /// <summary>Whether a type is in the table; interfaces, delegates and enumerations are not.</summary>
    public static bool Knows(string type) => Types.Value.ContainsKey(type);

    /// <summary>
    /// <c>w</c> if a member, in any of its overloads, may write its receiver, <c>r</c> if it reads it,
    /// <c>-</c> if it does nothing to it; null if the type isn't in the table.
    /// </summary>
    /// <remarks>A member that the computation could not follow counts as writing.</remarks>
    public static char? OnReceiver(string type, string member) => Receiver(type, member) switch
    {
        null => null,
        (_, true) => 'w',
        var (effect, _) => effect,
    };

    /// <summary>
    /// The same, and whether a callee could not be followed; null if the type isn't in the table.
    /// </summary>
    public static (char Effect, bool IsAssumed)? Receiver(string type, string member)
    {
        if (!Types.Value.TryGetValue(type, out var line)) return null;
        var (effect, isAssumed) = ('-', false);
        foreach (var entry in Entries(line, $" {member}/"))
        {
            var own = line[line.IndexOf(':', entry) + 1];
            if (own is 'w' || own is 'r' && effect != 'w') effect = own;
            isAssumed |= IsAssumed(line, entry);
        }
        return (effect, isAssumed);
    }

    /// <summary>
    /// The same of an argument, and <c>k</c> if its reference is kept, <c>c</c> if it is called; null
    /// if that isn't known.
    /// </summary>
    public static char? OnArgument(string type, string member, int count, int index)
    {
        if (!Types.Value.TryGetValue(type, out var line)) return null;
        foreach (var entry in Entries(line, $" {member}/{count}:"))
        {
            var effect = line[line.IndexOf(':', entry) + 2 + index];
            return effect != 'w' && IsAssumed(line, entry) ? null : effect;
        }
        return '-';
    }

    private static IEnumerable<int> Entries(string line, string start)
    {
        for (var at = line.IndexOf(start, StringComparison.Ordinal); at >= 0;
            at = line.IndexOf(start, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private static bool IsAssumed(string line, int entry)
    {
        var end = line.IndexOf(' ', entry + 1);
        return line[(end < 0 ? line.Length : end) - 1] == '?';
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(EffectTable).Assembly.GetManifestResourceStream("effects.txt")!;
        using var reader = new StreamReader(stream);
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var space = line.IndexOf(' ');
            types[space < 0 ? line : line[..space]] = space < 0 ? "" : line[space..];
        }
        return types;
    }
}
