using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Gives all who can go on turns in a circle, of so many events each: those who step aside for each
/// other do so at the same time. The program's body comes first, until it waits.
/// </summary>
/// <param name="events">For the operations in the order of their creation, from the second on; again and again.</param>
internal sealed class TakingTurns(int[] events) : IScheduler
{
    private int _order;
    private int _left;

    public Operation? Choose(Execution execution, Operation? current)
    {
        var operations = execution.Operations;
        if (execution.Trace.Count == 0) (_order, _left) = (0, 0);
        if (execution.IsEnabled(operations[0])) return operations[0];
        if (_left > 0 && execution.IsEnabled(operations[_order]))
        {
            _left--;
            return operations[_order];
        }
        for (var i = 1; i <= operations.Count; i++)
        {
            var order = (_order + i) % operations.Count;
            if (!execution.IsEnabled(operations[order])) continue;
            _order = order;
            _left = events[(order + events.Length - 1) % events.Length] - 1;
            return operations[order];
        }
        return null;
    }
}
