using System.Text.Json;

namespace HostileKatas;

/// <summary>What is said of a case.</summary>
/// <param name="Message">The spec's own, or what its process has left.</param>
/// <param name="Again">What is said when the same spec is run once more; null if it wasn't.</param>
/// <param name="Next">What is said of the kata that comes after it; empty if that is proved.</param>
sealed record Told(
    string Case, bool Passed, string Message, string? Again, string Next, double Seconds)
{
    /// <summary>Whether its process has ended, or had to be ended.</summary>
    public bool TookItsProcess { get; init; }

    internal string Line() => JsonSerializer.Serialize(this);

    internal static Told Of(string line) => JsonSerializer.Deserialize<Told>(line)!;
}
