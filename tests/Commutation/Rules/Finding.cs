namespace Commutation.Rules;

/// <summary>The result of one pair.</summary>
/// <param name="Type">The type it counts for.</param>
sealed record Finding(string Subject, string Type, string First, string Second)
{
    /// <summary>No state in which two runs in one order agree.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>The unsupported member, or the limit that was reached; or null.</summary>
    public string? Unsupported { get; init; }

    public bool OrdersDiffer { get; init; }

    /// <summary>A race, although neither call changes a field: allowed, but of no use.</summary>
    public bool IsNeedlessRace { get; init; }

    public Disagreement? Disagreement { get; init; }
}
