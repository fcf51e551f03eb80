using Interleavings.Hooks;

namespace Interleavings.Scheduling;

/// <summary>
/// A scheduler whose own code is woven, as that of a test is: it is no part of the program, and what
/// it does is no event. Here, because this code isn't.
/// </summary>
internal sealed class WovenScheduler(IScheduler scheduler) : IScheduler
{
    public Operation? Choose(Execution execution, Operation? current)
    {
        var running = Hook.Current;
        Hook.Current = null;
        var next = scheduler.Choose(execution, current);
        Hook.Current = running;
        return next;
    }
}
