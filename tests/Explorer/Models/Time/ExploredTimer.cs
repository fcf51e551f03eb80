using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a <see cref="TimeProvider"/> makes of a <see cref="Timer"/>.</summary>
internal sealed class ExploredTimer(Timer timer, string site) : ITimer
{
    public bool Change(TimeSpan dueTime, TimeSpan period) => Change(dueTime, period, site);

    public void Dispose() => TimerModel.Dispose(timer, site);

    public ValueTask DisposeAsync() => TimerModel.DisposeAsync(timer, site);

    internal bool Change(TimeSpan dueTime, TimeSpan period, string at) =>
        TimerModel.Change(timer, dueTime, period, at);
}

/// <summary>Timers by their interface.</summary>
[Models(typeof(ITimer))]
public static class ITimerModel
{
    public static bool Change(ITimer timer, TimeSpan dueTime, TimeSpan period, string site) =>
        timer is ExploredTimer explored
            ? explored.Change(dueTime, period, site)
            : timer.Change(dueTime, period);
}
