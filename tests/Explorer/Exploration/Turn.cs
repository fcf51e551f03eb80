using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>An event, as a schedule knows it: by its operation's letter.</summary>
/// <param name="Counts">Whether a schedule counts it.</param>
internal readonly record struct Turn(string Letter, EventKind Kind, bool Counts)
{
    internal static List<Turn> Of(Trace trace) => Of(trace, trace.Count);

    /// <param name="count">How many events, from the first.</param>
    internal static List<Turn> Of(Trace trace, int count)
    {
        var turns = new List<Turn>(count);
        for (var i = 0; i < count; i++)
            turns.Add(new(trace[i].Operation.Letter, trace[i].Kind, ScheduleText.Counts(trace[i])));
        return turns;
    }
}
