using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What a <see cref="PeriodicTimer"/> is within an execution: each wait for a tick sets an alarm. A tick
/// that nobody waited for is the same as one that comes as soon as somebody does.
/// </summary>
internal sealed class Ticks
{
    private readonly Location _location;
    private Completion? _last;
    private TaskCompletionSource<bool>? _pending;
    private bool _isDisposed;

    internal Ticks(Operation operation, PeriodicTimer timer, TimeSpan period)
    {
        _location = Primitive.At(operation, timer);
        _location.Model = this;
        Period = period;
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
        Primitive.Write(operation, _location, EventKind.SetTimer, releases: true, site);
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(PeriodicTimer));
        Period = period;
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
        var alarm = execution.SetAlarm(operation, completion.Location, null,
            (long)Period.TotalMilliseconds, site, also, EventKind.GoOff);
        alarm.Fires = () =>
        {
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
