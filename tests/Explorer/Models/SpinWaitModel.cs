using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="SpinWait"/>: spinning passes the time, which is nothing to an execution. A loop that
/// spins and only reads waits for a change of what it has read; <c>SpinUntil</c> is such a loop.
/// </summary>
[Models(typeof(SpinWait))]
public static class SpinWaitModel
{
    /// <summary>Counts, for whoever asks, and never sleeps.</summary>
    public static void SpinOnce(ref SpinWait wait, string site)
    {
        if (Hook.Current is null) wait.SpinOnce();
        else wait.SpinOnce(-1);
    }

    public static void SpinOnce(ref SpinWait wait, int sleep1Threshold, string site)
    {
        if (Hook.Current is null || sleep1Threshold < -1) wait.SpinOnce(sleep1Threshold);
        else wait.SpinOnce(-1);
    }

    public static void Reset(ref SpinWait wait, string site) => wait.Reset();

    public static int get_Count(ref SpinWait wait, string site) => wait.Count;

    public static bool get_NextSpinWillYield(ref SpinWait wait, string site) => wait.NextSpinWillYield;

    public static bool SpinUntil(Func<bool> condition, TimeSpan timeout, string site) =>
        Hook.Current is null ? SpinWait.SpinUntil(condition, timeout)
            : SpinUntil(condition, Limits.Of(timeout, nameof(timeout)), site);

    /// <summary>
    /// After each time that the condition doesn't hold, the clock is looked at: as in .NET's
    /// <c>SpinWait.cs</c>, where a wait that has run out doesn't ask again.
    /// </summary>
    public static bool SpinUntil(Func<bool> condition, int millisecondsTimeout, string site)
    {
        if (Hook.Current is not { } operation)
            return SpinWait.SpinUntil(condition, millisecondsTimeout);
        var limit = Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout));
        ArgumentNullException.ThrowIfNull(condition);
        if (limit < 0)
        {
            SpinUntil(condition, site);
            return true;
        }
        if (condition()) return true;
        if (limit == 0) return false;
        var alarm = Pause.Begin(operation, limit, null, site);
        var isMet = false;
        SpinUntil(() => Primitive.Read(operation, alarm, site) == Alarm.Fired || (isMet = condition()), site);
        if (isMet) Pause.Withdraw(operation, alarm, site);
        return isMet;
    }

    /// <summary>Waits by what the condition has read; one that writes is asked again and again.</summary>
    public static void SpinUntil(Func<bool> condition, string site)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (Hook.Current is null)
        {
            SpinWait.SpinUntil(condition);
            return;
        }
        var round = new LoopRound();
        do
        {
            if (Hook.LoopHead(ref round, site)) Hook.LoopRound(ref round, true, site);
        }
        while (!condition());
    }
}
