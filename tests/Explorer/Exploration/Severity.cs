using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// How much a finding matters: the one order in which a finding hides another. A verdict tells the
/// finding that matters most, in whichever interleaving it was found.
/// </summary>
internal enum Severity
{
    None,

    /// <summary>A bound ended an execution, or the exploration.</summary>
    Unfinished,

    /// <summary>Something outside control: what follows is unknown.</summary>
    Unsupported,

    /// <summary>The test's body has ended, and left work, or a failure that no code has looked at.</summary>
    LeftBehind,

    /// <summary>A loop, or calls, that never end: a data race tells a reader more.</summary>
    Endless,

    /// <summary>It may have no effect in this execution; a wrong result shows more.</summary>
    DataRace,

    /// <summary>A failed assertion, an exception, a deadlock: the test fails.</summary>
    Failure,
}

/// <summary>What an execution shows.</summary>
internal static class Severities
{
    /// <param name="races">Null where nobody asks for data races.</param>
    internal static Severity Of(Execution execution, DataRaces? races)
    {
        var severity = Of(execution);
        return severity < Severity.DataRace && races?.Scan(execution.Trace) is not null
            ? Severity.DataRace
            : severity;
    }

    /// <summary>Data races not looked for.</summary>
    internal static Severity Of(Execution execution) => execution switch
    {
        { Fault.Kind: FailureKind.Unobserved or FailureKind.LeftRunning } => Severity.LeftBehind,
        { Fault.Kind: FailureKind.EndlessLoop or FailureKind.EndlessRecursion } => Severity.Endless,
        { Fault: not null } or { Ending: Ending.Failed or Ending.Blocked } => Severity.Failure,
        { Ending: Ending.Refused or Ending.Diverged } => Severity.Unsupported,
        { Ending: Ending.Unfair or Ending.Limited } => Severity.Unfinished,
        _ => Severity.None,
    };
}
