using System.Globalization;

namespace Interleavings.Models;

/// <summary>A value as a reader would write it; null where that says nothing.</summary>
internal static class Values
{
    private const int Longest = 20;

    internal static string? Shown<T>(T value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        string s => s.Length <= Longest ? $"\"{s}\"" : $"\"{s[..Longest]}…\"",
        char c => $"'{c}'",
        Enum e => e.ToString(),
        IFormattable f when value.GetType().IsPrimitive || value is decimal =>
            f.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
