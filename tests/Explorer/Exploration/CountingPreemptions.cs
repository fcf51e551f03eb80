using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Counts, for another scheduler, how often it interrupts who could have gone on.</summary>
/// <param name="events">How many events are looked at, from the first.</param>
internal sealed class CountingPreemptions(IScheduler scheduler, int events = int.MaxValue) : IScheduler
{
    internal int Count { get; private set; }

    public Operation? Choose(Execution execution, Operation? current)
    {
        // Asked first, because the choice may end the execution.
        var goesOn = current is not null && execution.IsEnabled(current)
            && current.Next.Kind != EventKind.End;
        var next = scheduler.Choose(execution, current);
        if (goesOn && execution.Trace.Count < events && next is { Alarm: null } && next != current) Count++;
        return next;
    }
}
