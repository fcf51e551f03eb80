using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><see cref="CountdownEvent"/>: the location's state is the count that is left.</summary>
[Models(typeof(CountdownEvent))]
public static class CountdownEventModel
{
    public static CountdownEvent New(int initialCount, string site) => new(initialCount);

    public static bool Signal(CountdownEvent target, string site) => Hook.Current is { } operation
        ? Countdown.Signal(operation, target, 1, site)
        : target.Signal();

    [ResultDropped("Signal")]
    public static void SignalDropped(CountdownEvent target, string site)
    {
        if (Hook.Current is { } operation) Countdown.SignalDropped(operation, target, 1, site);
        else target.Signal();
    }

    [ResultDropped("Signal")]
    public static void SignalDropped(CountdownEvent target, int signalCount, string site)
    {
        if (Hook.Current is { } operation)
            Countdown.SignalDropped(operation, target, signalCount, site);
        else target.Signal(signalCount);
    }

    public static bool Signal(CountdownEvent target, int signalCount, string site) =>
        Hook.Current is { } operation
            ? Countdown.Signal(operation, target, signalCount, site)
            : target.Signal(signalCount);

    public static void AddCount(CountdownEvent target, string site)
    {
        if (Hook.Current is { } operation) Countdown.Add(operation, target, 1, site);
        else target.AddCount();
    }

    public static void AddCount(CountdownEvent target, int signalCount, string site)
    {
        if (Hook.Current is { } operation) Countdown.Add(operation, target, signalCount, site);
        else target.AddCount(signalCount);
    }

    public static bool TryAddCount(CountdownEvent target, string site) =>
        Hook.Current is { } operation
            ? Countdown.TryAdd(operation, target, 1, site)
            : target.TryAddCount();

    public static bool TryAddCount(CountdownEvent target, int signalCount, string site) =>
        Hook.Current is { } operation
            ? Countdown.TryAdd(operation, target, signalCount, site)
            : target.TryAddCount(signalCount);

    public static void Reset(CountdownEvent target, string site)
    {
        if (Hook.Current is { } operation) Countdown.Reset(operation, target, null, site);
        else target.Reset();
    }

    public static void Reset(CountdownEvent target, int count, string site)
    {
        if (Hook.Current is { } operation) Countdown.Reset(operation, target, count, site);
        else target.Reset(count);
    }

    public static void Wait(CountdownEvent target, string site)
    {
        if (Hook.Current is { } operation) Countdown.Wait(operation, target, Timeout.Infinite, site);
        else target.Wait();
    }

    public static bool Wait(CountdownEvent target, int millisecondsTimeout, string site) =>
        Hook.Current is { } operation
            ? Countdown.Wait(operation, target,
                Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site)
            : target.Wait(millisecondsTimeout);

    public static bool Wait(CountdownEvent target, TimeSpan timeout, string site) =>
        Hook.Current is { } operation
            ? Countdown.Wait(operation, target, Limits.Of(timeout, nameof(timeout)), site)
            : target.Wait(timeout);

    public static void Wait(CountdownEvent target, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is { } operation)
            Countdown.Wait(operation, target, Timeout.Infinite, site, cancellationToken);
        else target.Wait(cancellationToken);
    }

    public static bool Wait(CountdownEvent target, int millisecondsTimeout,
        CancellationToken cancellationToken, string site) => Hook.Current is { } operation
            ? Countdown.Wait(operation, target,
                Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout)), site, cancellationToken)
            : target.Wait(millisecondsTimeout, cancellationToken);

    public static bool Wait(CountdownEvent target, TimeSpan timeout,
        CancellationToken cancellationToken, string site) => Hook.Current is { } operation
            ? Countdown.Wait(operation, target, Limits.Of(timeout, nameof(timeout)), site, cancellationToken)
            : target.Wait(timeout, cancellationToken);

    public static int get_CurrentCount(CountdownEvent target, string site) =>
        Hook.Current is { } operation
            ? (int)Primitive.Read(operation, Countdown.At(operation, target), site)
            : target.CurrentCount;

    public static int get_InitialCount(CountdownEvent target, string site) =>
        Hook.Current is { } operation
            ? Countdown.Initial(operation, target, site)
            : target.InitialCount;

    public static bool get_IsSet(CountdownEvent target, string site) =>
        Hook.Current is { } operation
            ? Primitive.Read(operation, Countdown.At(operation, target), site) == 0
            : target.IsSet;

    public static void Dispose(CountdownEvent target, string site)
    {
        if (Hook.Current is { } operation) Countdown.Dispose(operation, target, site);
        else target.Dispose();
    }
}
