using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Counts how often a schedule goes from one operation to another.</summary>
internal static class Counting
{
    internal static int Switches(Trace trace) => Switches(trace, trace.Count);

    /// <param name="events">How many, from the first.</param>
    internal static int Switches(Trace trace, int events)
    {
        var switches = 0;
        for (var i = 1; i < events; i++)
        {
            if (trace[i].Operation != trace[i - 1].Operation) switches++;
        }
        return switches;
    }

    /// <summary>Runs the same once more, to see who could have gone on at each switch.</summary>
    internal static int Preemptions(Session session, Execution execution) =>
        Preemptions(session, execution, execution.Trace.Count);

    /// <param name="events">How many, from the first.</param>
    internal static int Preemptions(Session session, Execution execution, int events)
    {
        var counting = new CountingPreemptions(new Given(Orders(execution.Trace)));
        session.Replay(counting);
        return counting.Within(events);
    }

    /// <summary>The operations that ran, event by event, by the order of their creation.</summary>
    internal static List<int> Orders(Trace trace)
    {
        var orders = new List<int>(trace.Count);
        for (var i = 0; i < trace.Count; i++) orders.Add(trace[i].Operation.Order);
        return orders;
    }
}
