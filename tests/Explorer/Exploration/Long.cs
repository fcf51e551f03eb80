using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Executions that are too long to be shown, or analysed, as a whole.</summary>
internal static class Long
{
    /// <summary>Events from which on each step that can be left out is left out.</summary>
    internal const int Events = 256;

    /// <summary>Shorter paths are about as long as each other, in a program with such executions.</summary>
    internal const int Step = 32;

    /// <summary>
    /// The turns that a failure needs: what follows a data race, in an execution that goes on and on,
    /// belongs to the loop.
    /// </summary>
    internal static List<Turn> Turns(Execution execution, Severity severity, DataRaces races)
    {
        var trace = execution.Trace;
        return severity == Severity.DataRace && trace.Count > Events && races.Scan(trace) is { } race
            ? Turn.Of(trace, race.Second + 1)
            : Turn.Of(trace);
    }
}
