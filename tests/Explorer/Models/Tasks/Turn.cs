using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Whether a task has begun. As long as it isn't started, its token cancels it at once, on the thread
/// that cancels; one that has been handed to a scheduler is cancelled when its turn comes.
/// </summary>
internal sealed class Turn
{
    private const long Begun = 1;

    private readonly Location _location;
    private readonly Completion _completion;
    private readonly Cancellation? _canceller;
    private readonly Task _task;
    private readonly Told _told;
    private readonly string _site;

    /// <param name="task">The real one, which has the token and is cancelled with it.</param>
    internal Turn(Operation operation, Task task, Completion completion, string site)
    {
        (_task, _completion, _site) = (task, completion, site);
        _canceller = Cancellation.Of(operation, Started.TokenOf(task));
        _location = operation.Execution.Memory.OfNew(this, LocationName.Model, operation);
        _told = new(CancelledBy);
    }

    /// <summary>The operation that is to run it, if it has one of its own.</summary>
    internal Operation? Vehicle { get; set; }

    /// <summary>What the event touches from which on it may begin.</summary>
    internal Access[] ToStart => _canceller is null ? []
        : [.. _canceller.ToJoin, new(_completion.Location, AccessMode.Write)];

    /// <summary>In that event.</summary>
    /// <returns>False if it is cancelled already.</returns>
    internal bool Starts(Execution execution)
    {
        if (_canceller is null) return true;
        if (_canceller.IsRequested)
        {
            _completion.Reached(execution);
            return false;
        }
        _canceller.Join(_told);
        return true;
    }

    /// <summary>It begins: an event. The real one sees by itself whether its token is cancelled.</summary>
    /// <returns>False if it was begun or cancelled before.</returns>
    internal bool Begins(Operation operation)
    {
        Execution.Announce(operation, EventKind.Check, _site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.Acquires = true;
        if (_canceller is not null)
            next.More = [_canceller.ToLeave, new(_canceller.Location, AccessMode.Read)];
        operation.Execution.Perform(operation);
        if (_location.State == Begun || _completion.CompletedAt >= 0) return false;
        _location.State = Begun;
        _canceller?.Leave(_told);
        return true;
    }

    private void CancelledBy(Operation canceller) => _completion.Complete(canceller, _site, () =>
    {
        if (_location.State == Begun || _completion.CompletedAt >= 0 || !_task.IsCanceled) return false;
        // Who waits runs here, in the middle of what the canceller does.
        if (_completion.Gate is null && _completion.HasWaiter) throw canceller.Execution.Doubt();
        // It has nothing left to do, and nobody to wait for.
        if (Vehicle is { } vehicle) vehicle.IsResting = true;
        _completion.Worker = null;
        return true;
    }, _location);
}
