namespace Interleavings.Reporting;

/// <summary>A line of a diagram, before it has a place in it.</summary>
sealed record Row(int Operation, string Verb, string Target, Site Site)
{
    public string Value { get; init; } = "";

    public string? Marker { get; init; }

    /// <summary>The index of its step, or -1 for what comes after the last.</summary>
    public int Step { get; init; } = -1;

    /// <summary>Part of what explains the failure: the last to be folded away.</summary>
    public bool IsKey { get; init; }

    /// <summary>
    /// "reads  count → 0" in at most <paramref name="width"/> columns: names give way to values.
    /// </summary>
    public string Cell(int verbWidth, int width)
    {
        var verb = Target == "" ? Verb : $"{Text.Pad(Verb, verbWidth)} ";
        var value = Value == ""
            ? ""
            : $" {Text.Shorten(Value, Math.Max(10, (width - Text.Width(verb)) / 2))}";
        var room = Math.Max(4, width - Text.Width(verb) - Text.Width(value));
        return Text.Shorten(verb + Text.Shorten(Target, room) + value, width);
    }
}
