using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Counts how often a schedule goes from one operation to another.</summary>
internal static class Counting
{
    internal static int Switches(Trace trace)
    {
        var switches = 0;
        for (var i = 1; i < trace.Count; i++)
        {
            if (trace[i].Operation != trace[i - 1].Operation) switches++;
        }
        return switches;
    }

    /// <summary>Runs the same once more, to see who could have gone on at each switch.</summary>
    internal static int Preemptions(Session session, Execution execution)
    {
        var orders = new List<int>();
        for (var i = 0; i < execution.Trace.Count; i++) orders.Add(execution.Trace[i].Operation.Order);
        var counting = new CountingPreemptions(new Given(orders));
        session.Replay(counting);
        return counting.Count;
    }
}
