namespace Interleavings.Scheduling;

/// <summary>What the end of an operation completes. Implemented by Models.</summary>
internal interface IOutcome
{
    /// <summary>What those who wait for it look at.</summary>
    Location Location { get; }

    /// <summary>What else the end touches; null for nothing.</summary>
    Access[]? Also { get; }

    /// <summary>The operation has ended.</summary>
    void Reached(Execution execution);
}
