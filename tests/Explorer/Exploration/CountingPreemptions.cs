using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Counts, for another scheduler, how often it interrupts who could have gone on.</summary>
internal sealed class CountingPreemptions(IScheduler scheduler) : IScheduler
{
    /// <summary>How many events there were before each.</summary>
    private readonly List<int> _before = [];

    internal int Count => _before.Count;

    /// <param name="events">How many are looked at, from the first.</param>
    internal int Within(int events) => _before.Count(before => before < events);

    public Operation? Choose(Execution execution, Operation? current)
    {
        // Asked first, because the choice may end the execution.
        var goesOn = current is not null && execution.IsEnabled(current)
            && current.Next.Kind != EventKind.End;
        var next = scheduler.Choose(execution, current);
        if (goesOn && next is { Alarm: null } && next != current) _before.Add(execution.Trace.Count);
        return next;
    }
}
