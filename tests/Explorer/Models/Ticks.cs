using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What a <see cref="PeriodicTimer"/> is within an execution: each wait for a tick sets an alarm for the
/// time at which that tick is due, counted from when the timer or its period was set. Ticks for which no
/// caller was waiting are kept as one, which the next wait finds (<c>PeriodicTimer.cs</c>, <c>Signal</c>).
/// </summary>
internal sealed class Ticks
{
    private readonly Location _location;
    private Completion? _last;
    private TaskCompletionSource<bool>? _pending;
    private bool _isDisposed;

    /// <summary>When the last tick was due that has been waited for, or is kept; at first, the start.</summary>
    private long _lastDue;

    internal Ticks(Operation operation, PeriodicTimer timer, TimeSpan period, string site)
    {
        _location = Primitive.At(operation, timer);
        _location.Model = this;
        SetPhase(operation, period, site);
    }

    private TimeSpan Period { get; set; }

    /// <summary>Its period: an event.</summary>
    internal TimeSpan Ask(Operation operation, string site)
    {
        if (operation.IsObserved) Primitive.Read(operation, _location, site);
        return Period;
    }

    internal void Change(Operation operation, TimeSpan period, string site)
    {
        SetPhase(operation, period, site);
        if (_pending is not null && !_isDisposed)
        {
            throw operation.Execution.Refuse("PeriodicTimer.Period while a tick is awaited",
                "set it when no tick is awaited, or use a new timer", site);
        }
    }

    /// <summary>An event: from here on, the ticks are counted.</summary>
    private void SetPhase(Operation operation, TimeSpan period, string site)
    {
        Execution.Announce(operation, EventKind.SetTimer, site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = [operation.Execution.Sets(_location)[0]];
        operation.Execution.Perform(operation);
        // Set before it is known whether there is still a timer: PeriodicTimer.cs, set_Period.
        Period = period;
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(PeriodicTimer));
        _lastDue = operation.Execution.Elapsed;
    }

    /// <summary>Whether a tick has certainly come for which no caller was waiting: it is taken.</summary>
    private bool TakesKept(Execution execution)
    {
        var period = (long)Period.TotalMilliseconds;
        var ticks = (execution.Elapsed - Alarm.Within(period) - 1 - _lastDue) / period;
        if (ticks <= 0) return false;
        _lastDue += ticks * period;
        return true;
    }

    internal ValueTask<bool> Wait(Operation operation, CancellationToken token, string site)
    {
        var execution = operation.Execution;
        var canceller = Cancellation.Of(operation, token);
        if (canceller is null && token.IsCancellationRequested) return ValueTask.FromCanceled<bool>(token);
        var source = new TaskCompletionSource<bool>();
        var completion = Completion.New(
            operation, source.Task, execution.IsExact ? Resuming.LikeSource : Resuming.Posts, site);
        completion.IsObserved = completion.IsForOnce = completion.EndsUnseen = true;
        Execution.Announce(operation, EventKind.SetAlarm, site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.Acquires = next.Releases = true;
        next.More = [.. execution.Sets(completion.Location), .. canceller?.ToJoin ?? []];
        execution.Perform(operation);
        if (canceller is { IsRequested: true }) return ValueTask.FromCanceled<bool>(token);
        if (_isDisposed) return new(false);
        if (_pending is not null) throw new InvalidOperationException("Operation is not valid.");
        if (Period != Timeout.InfiniteTimeSpan && TakesKept(execution)) return new(true);
        (_pending, _last) = (source, completion);
        // Who disposes of the timer ends this wait, and no longer the one before.
        execution.Retouch(_location, EventKind.Dispose, completion.WhenReached);
        Told? told = null;
        if (canceller is not null)
        {
            told = new(by => completion.Complete(by, site, () =>
            {
                if (!source.TrySetCanceled(token)) return false;
                DoubtsIfRunHere(by);
                _pending = null;
                return true;
            }, _location));
            canceller.Join(told);
        }
        Access[] also = [new(_location, AccessMode.Write), .. canceller is null ? [] : (Access[])[canceller.ToLeave]];
        if (Period == Timeout.InfiniteTimeSpan) return new(source.Task);
        var period = (long)Period.TotalMilliseconds;
        var due = _lastDue + period;
        var alarm = execution.SetAlarm(operation, completion.Location, null,
            due - execution.Elapsed, site, also, EventKind.GoOff, length: period);
        alarm.Fires = () =>
        {
            _lastDue = due;
            _pending = null;
            if (told is not null) canceller!.Leave(told);
            source.TrySetResult(true);
            completion.Reached(execution);
        };
        return new(source.Task);
    }

    internal void Dispose(Operation operation, string site)
    {
        // In a finally while unwinding: nobody is left to see it.
        if (operation.Execution.IsOver) return;
        Execution.Announce(operation, EventKind.Dispose, site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = _last?.WhenReached;
        operation.Execution.Perform(operation);
        _isDisposed = true;
        if (_pending is not { } pending) return;
        _pending = null;
        DoubtsIfRunHere(operation);
        pending.SetResult(false);
        _last!.Reached(operation.Execution);
        _last.RunWaiters(operation);
    }

    /// <summary>Who waits runs here, in the middle of what this one does.</summary>
    private static void DoubtsIfRunHere(Operation operation)
    {
        if (!operation.Execution.IsExact) throw operation.Execution.Doubt();
    }
}
