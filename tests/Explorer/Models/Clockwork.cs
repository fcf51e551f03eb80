using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What a <see cref="Timer"/> is within an execution. One that repeats goes off a few times, whatever its
/// callback does, and its callbacks may overlap. After the last of these ticks it is a loop: if its
/// callback has changed nothing, the next tick waits for a change of something that it read, as in
/// <see cref="LoopWaits"/>; if it has, there is no end of ticks, and nothing is proved.
/// </summary>
internal sealed class Clockwork
{
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    private bool _isDisposed;

    /// <summary>How many times it has been set: tells an alarm from those before it.</summary>
    private int _times;

    /// <summary>How many callbacks are under way.</summary>
    private int _running;

    /// <summary>What whoever disposed of it wants to be done when the last of them is over.</summary>
    private Action<Operation>? _whenOver;

    private Clockwork(TimerCallback callback, object? state) => (_callback, _state) = (callback, state);

    internal static void Make(Operation operation, Timer timer, TimerCallback callback, object? state) =>
        Primitive.At(operation, timer).Model = new Clockwork(callback, state);

    /// <param name="period">In milliseconds; 0 or -1 for one that goes off once.</param>
    /// <returns>False if it has been disposed of.</returns>
    internal static bool Change(Operation operation, Timer timer, long due, long period, string site)
    {
        var location = At(operation, timer, site);
        var clockwork = (Clockwork)location.Model!;
        Execution.Announce(operation, EventKind.SetTimer, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.More = [operation.Execution.Sets(location)[0]];
        next.Releases = true;
        operation.Execution.Perform(operation);
        if (clockwork._isDisposed) return false;
        location.State = 0;
        if (due >= 0)
            clockwork.Set(operation, new(location, Math.Max(period, 0), due, site), after: null);
        return true;
    }

    internal static void Dispose(Operation operation, Timer timer, string site) =>
        IsFirstToDispose(operation, timer, site);

    /// <summary>Sets the handle once no callback is under way any more.</summary>
    /// <returns>False if it had been disposed of before.</returns>
    internal static bool Dispose(Operation operation, Timer timer, EventWaitHandle handle, string site)
    {
        if (operation.Execution.IsOver || !WaitsForEnd(operation, timer, site)) return false;
        WhenOver(operation, timer, by => EventWaitHandleModel.Set(handle, site), site);
        return true;
    }

    /// <summary>Complete once no callback is under way any more.</summary>
    internal static ValueTask DisposeAsync(Operation operation, Timer timer, string site)
    {
        if (operation.Execution.IsOver) return default;
        WaitsForEnd(operation, timer, site);
        var clockwork = (Clockwork)At(operation, timer, site).Model!;
        if (clockwork._running == 0) return default;
        var source = new TaskCompletionSource();
        var completion = Completion.New(operation, source.Task, true, site);
        WhenOver(operation, timer, by => completion.Complete(by, site, source.TrySetResult), site);
        return new(source.Task);
    }

    /// <summary>From now on the end of each callback is an event.</summary>
    private static bool WaitsForEnd(Operation operation, Timer timer, string site)
    {
        var location = At(operation, timer, site);
        if (!operation.Execution.Insight.SeesCallbacksEnd(location.Name))
            throw operation.Execution.Learns(insight => insight.HasSeenCallbacksEnd(location.Name));
        return IsFirstToDispose(operation, timer, site);
    }

    private static void WhenOver(Operation operation, Timer timer, Action<Operation> told, string site)
    {
        var clockwork = (Clockwork)At(operation, timer, site).Model!;
        if (clockwork._running == 0) told(operation);
        else clockwork._whenOver += told;
    }

    private static bool IsFirstToDispose(Operation operation, Timer timer, string site)
    {
        // In a finally while unwinding: nobody is left to see it.
        if (operation.Execution.IsOver) return false;
        var location = At(operation, timer, site);
        var clockwork = (Clockwork)location.Model!;
        Execution.Announce(operation, EventKind.Dispose, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        // Who waits for the callbacks sees what those have done that are over.
        next.Acquires = operation.Execution.Insight.SeesCallbacksEnd(location.Name);
        operation.Execution.Perform(operation);
        var isFirst = !clockwork._isDisposed;
        location.State = 0;
        clockwork._isDisposed = true;
        return isFirst;
    }

    /// <summary>When and where it was set.</summary>
    /// <param name="Due">In milliseconds from now.</param>
    /// <param name="Number">Of the tick, from 1.</param>
    private readonly record struct Tick(
        Location Location, long Period, long Due, string Site, int Number = 1);

    /// <param name="setter">
    /// Who sets it, or the callback of the tick before: the names of what is made for a tick must not depend
    /// on what else goes on.
    /// </param>
    /// <param name="after">What must change before it goes off; null for a tick that comes anyway.</param>
    private void Set(
        Operation setter, Tick tick, IReadOnlyList<(Location Location, int Version)>? after)
    {
        var execution = setter.Execution;
        var (location, site) = (tick.Location, tick.Site);
        var callback = execution.Reserve(setter) ?? throw execution.Refuse(
            $"more than {Identities.MaxOperations} threads and time limits", "use fewer timers", site);
        var alarm = execution.SetAlarm(setter, location, null, tick.Due, site,
            [new(callback.Lifecycle, AccessMode.Write)], EventKind.GoOff, Alarm.Set + ++_times * 10, after,
            Math.Max(tick.Due, tick.Period));
        var times = _times;
        alarm.Fires = () =>
        {
            _running++;
            execution.Launch(callback, setter, () => Run(callback, tick, times));
            callback.Context = _context;
            // What the one who set it has done before is seen by the callback.
            callback.Next.Sources = [location];
            if (tick.Period > 0 && tick.Number < execution.Insight.Ticks)
                Set(callback, Following(execution, tick, alarm), after: null);
        };
    }

    private static Tick Following(Execution execution, Tick tick, Alarm alarm) => tick with
    {
        Due = alarm.Due + tick.Period - execution.Elapsed,
        Number = tick.Number + 1,
    };

    private void Run(Operation callback, Tick tick, int times)
    {
        var execution = callback.Execution;
        execution.Pool?.Take(callback, tick.Site);
        var (start, allocations) = (execution.Trace.Count, callback.Allocations);
        var unseen = callback.UnseenChanges;
        _callback(_state);
        if (tick.Period > 0 && tick.Number >= execution.Insight.Ticks)
        {
            var reads = unseen == callback.UnseenChanges
                ? LoopReads.OfHarmless(callback, start, allocations) : null;
            GoOn(callback, tick, times, reads);
        }
        IsOver(callback, tick);
    }

    /// <summary>The ticks after those that come anyway.</summary>
    /// <param name="reads">What the last of those has read; null if it changed something.</param>
    private void GoOn(Operation callback, Tick tick, int times,
        IReadOnlyList<(Location Location, int Version)>? reads)
    {
        if (reads is null)
        {
            callback.Execution.TicksLeftOutAt ??= tick.Site;
            return;
        }
        if (reads.Count == 0) return;
        Execution.Announce(callback, EventKind.SetTimer, tick.Site);
        ref var next = ref callback.Next;
        next.Location = tick.Location;
        next.Mode = AccessMode.Write;
        next.More = [callback.Execution.Sets(tick.Location)[0]];
        callback.Execution.Perform(callback);
        if (_isDisposed || times != _times) return;
        Set(callback, tick with { Due = tick.Period, Number = tick.Number + 1 }, reads);
    }

    /// <summary>The end of a callback: an event only if somebody waits for it.</summary>
    private void IsOver(Operation callback, Tick tick)
    {
        if (callback.Execution.Insight.SeesCallbacksEnd(tick.Location.Name))
            Primitive.Write(callback, tick.Location, EventKind.AtomicWrite, releases: true, tick.Site);
        if (--_running > 0 || _whenOver is not { } told) return;
        _whenOver = null;
        told(callback);
    }

    private static Location At(Operation operation, Timer timer, string site)
    {
        var location = Primitive.At(operation, timer);
        return location.Model is Clockwork ? location : throw operation.Execution.Refuse(
            "a Timer made outside the test's body", "make it inside: use new there", site);
    }
}
