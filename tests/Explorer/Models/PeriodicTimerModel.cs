using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="PeriodicTimer"/>: the real one checks what it is made of, and never ticks.</summary>
[Models(typeof(PeriodicTimer))]
public static class PeriodicTimerModel
{
    public static PeriodicTimer New(TimeSpan period, string site)
    {
        var timer = new PeriodicTimer(period);
        if (Hook.Current is not { } operation) return timer;
        timer.Period = Timeout.InfiniteTimeSpan;
        _ = new Ticks(operation, timer, period, site);
        return timer;
    }

    public static PeriodicTimer New(TimeSpan period, TimeProvider timeProvider, string site)
    {
        if (Hook.Current is not { } operation) return new(period, timeProvider);
        ArgumentNullException.ThrowIfNull(timeProvider);
        return timeProvider == TimeProvider.System ? New(period, site)
            : throw operation.Execution.Refuse("PeriodicTimer with a TimeProvider of one's own",
                "use Task.Delay with it", site);
    }

    public static ValueTask<bool> WaitForNextTickAsync(
        PeriodicTimer timer, CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? Of(operation, timer, site).Wait(operation, cancellationToken, site)
            : timer.WaitForNextTickAsync(cancellationToken);

    public static TimeSpan get_Period(PeriodicTimer timer, string site) =>
        Hook.Current is { } operation ? Of(operation, timer, site).Ask(operation, site) : timer.Period;

    public static void set_Period(PeriodicTimer timer, TimeSpan value, string site)
    {
        if (Hook.Current is not { } operation)
        {
            timer.Period = value;
            return;
        }
        // The real one says whether it will do.
        timer.Period = value;
        timer.Period = Timeout.InfiniteTimeSpan;
        Of(operation, timer, site).Change(operation, value, site);
    }

    public static void Dispose(PeriodicTimer timer, string site)
    {
        if (Hook.Current is { } operation) Of(operation, timer, site).Dispose(operation, site);
        else timer.Dispose();
    }

    private static Ticks Of(Operation operation, PeriodicTimer timer, string site) =>
        Primitive.At(operation, timer).Model as Ticks ?? throw operation.Execution.Refuse(
            "a PeriodicTimer made outside the test's body", "make it inside", site);
}
