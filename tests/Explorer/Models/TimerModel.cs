using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Timer"/>: it goes off once, at any time from when it is set, and its callback is an
/// operation of its own. For one that repeats, see <see cref="Clockwork"/>.
/// </summary>
/// <remarks>The real timer is made, as something to hold, and never set.</remarks>
[Models(typeof(Timer))]
public static class TimerModel
{
    public static Timer New(TimerCallback callback, string site)
    {
        var timer = new Timer(callback);
        // Without a state of its own, the callback gets the timer.
        if (Hook.Current is { } operation) Clockwork.Make(operation, timer, callback, timer);
        return timer;
    }

    public static Timer New(
        TimerCallback callback, object? state, int dueTime, int period, string site)
    {
        if (Hook.Current is not { } operation) return new(callback, state, dueTime, period);
        Limits.Of(dueTime, nameof(dueTime));
        Limits.Of(period, nameof(period));
        return Made(operation, callback, state, dueTime, period, site);
    }

    public static Timer New(
        TimerCallback callback, object? state, long dueTime, long period, string site)
    {
        if (Hook.Current is not { } operation) return new(callback, state, dueTime, period);
        return Made(operation, callback, state, Limits.OfTimer(dueTime, nameof(dueTime)),
            Limits.OfTimer(period, nameof(period)), site);
    }

    public static Timer New(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, string site)
    {
        if (Hook.Current is not { } operation) return new(callback, state, dueTime, period);
        return Made(operation, callback, state,
            Limits.OfTimer((long)dueTime.TotalMilliseconds, nameof(dueTime)),
            Limits.OfTimer((long)period.TotalMilliseconds, nameof(period)), site);
    }

    public static bool Change(Timer target, int dueTime, int period, string site)
    {
        if (Hook.Current is not { } operation) return target.Change(dueTime, period);
        Limits.Of(dueTime, nameof(dueTime));
        Limits.Of(period, nameof(period));
        return Clockwork.Change(operation, target, dueTime, period, site);
    }

    public static bool Change(Timer target, long dueTime, long period, string site)
    {
        if (Hook.Current is not { } operation) return target.Change(dueTime, period);
        return Clockwork.Change(operation, target, Limits.OfTimer(dueTime, nameof(dueTime)),
            Limits.OfTimer(period, nameof(period)), site);
    }

    public static bool Change(Timer target, uint dueTime, uint period, string site) =>
        Hook.Current is { } operation
            ? Clockwork.Change(operation, target, Signed(dueTime), Signed(period), site)
            : target.Change(dueTime, period);

    public static Timer New(
        TimerCallback callback, object? state, uint dueTime, uint period, string site) =>
        Hook.Current is { } operation
            ? Made(operation, callback, state, Signed(dueTime), Signed(period), site)
            : new(callback, state, dueTime, period);

    /// <summary>The largest number stands for -1.</summary>
    private static long Signed(uint limit) => limit == uint.MaxValue ? Timeout.Infinite : limit;

    public static bool Change(Timer target, TimeSpan dueTime, TimeSpan period, string site) =>
        Hook.Current is { } operation
            ? Clockwork.Change(operation, target,
                Limits.OfTimer((long)dueTime.TotalMilliseconds, nameof(dueTime)),
                Limits.OfTimer((long)period.TotalMilliseconds, nameof(period)), site)
            : target.Change(dueTime, period);

    public static void Dispose(Timer target, string site)
    {
        if (Hook.Current is { } operation) Clockwork.Dispose(operation, target, site);
        else target.Dispose();
    }

    public static bool Dispose(Timer target, WaitHandle notifyObject, string site)
    {
        if (Hook.Current is not { } operation) return target.Dispose(notifyObject);
        ArgumentNullException.ThrowIfNull(notifyObject);
        return notifyObject is EventWaitHandle handle
            ? Clockwork.Dispose(operation, target, handle, site)
            : throw operation.Execution.Refuse("Timer.Dispose with another kind of handle",
                "use an AutoResetEvent or a ManualResetEvent", site);
    }

    public static ValueTask DisposeAsync(Timer target, string site) => Hook.Current is { } operation
        ? Clockwork.DisposeAsync(operation, target, site)
        : target.DisposeAsync();

    private static Timer Made(
        Operation operation, TimerCallback callback, object? state, long due, long period, string site)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new Timer(callback);
        Clockwork.Make(operation, timer, callback, state);
        Clockwork.Change(operation, timer, due, period, site);
        return timer;
    }
}
