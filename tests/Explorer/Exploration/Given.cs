using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Operations by order of creation, one for each event; then the default.</summary>
/// <param name="first">If given, who runs before the default whenever possible...</param>
/// <param name="events">...until it has performed so many events.</param>
internal sealed class Given(List<int> orders, int first = -1, int events = 0) : IScheduler
{
    private int _performed;

    public Operation? Choose(Execution execution, Operation? current)
    {
        var index = execution.Trace.Count;
        if (index == 0) _performed = 0;
        var next = index < orders.Count ? At(execution, orders[index])
            : _performed < events && At(execution, first) is { } preferred ? preferred
            : execution.Default(current);
        if (next is not null && next.Order == first) _performed++;
        return next;
    }

    private static Operation? At(Execution execution, int order) =>
        order >= 0 && order < execution.Operations.Count
        && execution.IsEnabled(execution.Operations[order])
            ? execution.Operations[order]
            : null;
}
