using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Counts how often a schedule goes from one operation to another.</summary>
internal sealed class Counting(int[] operations) : IScheduler
{
    private int _preemptions;

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
        var orders = new int[execution.Trace.Count];
        for (var i = 0; i < orders.Length; i++) orders[i] = execution.Trace[i].Operation.Order;
        var counting = new Counting(orders);
        session.Replay(counting);
        return counting._preemptions;
    }

    public Operation? Choose(Execution execution, Operation? current)
    {
        if (execution.Trace.Count >= operations.Length) return null;
        var next = execution.Operations[operations[execution.Trace.Count]];
        if (current is not null && next is { Alarm: null } && next != current && execution.IsEnabled(current)
            && current.Next.Kind != EventKind.End) _preemptions++;
        return next;
    }
}
