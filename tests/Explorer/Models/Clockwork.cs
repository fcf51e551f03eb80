using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a <see cref="Timer"/> is within an execution.</summary>
internal sealed class Clockwork
{
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    private bool _isDisposed;

    /// <summary>How many times it has been set: tells an alarm from those before it.</summary>
    private int _times;

    private Clockwork(TimerCallback callback, object? state) => (_callback, _state) = (callback, state);

    internal static void Make(Operation operation, Timer timer, TimerCallback callback, object? state) =>
        Primitive.At(operation, timer).Model = new Clockwork(callback, state);

    /// <returns>False if it has been disposed of.</returns>
    internal static bool Change(Operation operation, Timer timer, long due, long period, string site)
    {
        var location = At(operation, timer, site);
        // A period of 0 or none: it goes off once.
        if (due >= 0 && period > 0)
        {
            throw operation.Execution.Refuse("a Timer that repeats",
                "use one that goes off once: its number of rounds has no bound to explore", site);
        }
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
        if (due >= 0) clockwork.Set(operation, location, due, site);
        return true;
    }

    internal static void Dispose(Operation operation, Timer timer, string site)
    {
        // In a finally while unwinding: nobody is left to see it.
        if (operation.Execution.IsOver) return;
        var location = At(operation, timer, site);
        var clockwork = (Clockwork)location.Model!;
        Primitive.Write(operation, location, EventKind.Dispose, releases: true, site);
        location.State = 0;
        clockwork._isDisposed = true;
    }

    private void Set(Operation operation, Location location, long due, string site)
    {
        var execution = operation.Execution;
        var callback = execution.Reserve(operation) ?? throw execution.Refuse(
            $"more than {Identities.MaxOperations} threads and time limits", "use fewer timers", site);
        var alarm = execution.SetAlarm(operation, location, null, due, site,
            [new(callback.Lifecycle, AccessMode.Write)], EventKind.GoOff, Alarm.Set + ++_times * 10);
        alarm.Fires = () =>
        {
            execution.Launch(callback, operation, () =>
            {
                execution.Pool?.Take(callback, site);
                _callback(_state);
            });
            callback.Context = _context;
            // What the one who set it has done before is seen by the callback.
            callback.Next.Sources = [location];
        };
    }

    private static Location At(Operation operation, Timer timer, string site)
    {
        var location = Primitive.At(operation, timer);
        return location.Model is Clockwork ? location : throw operation.Execution.Refuse(
            "a Timer made outside the test's body", "make it inside: use new there", site);
    }
}
