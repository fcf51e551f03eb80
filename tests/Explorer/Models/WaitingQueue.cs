using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Those who wait for a pulse of one object: first come, first woken, as .NET has it.
/// </summary>
internal sealed class WaitingQueue
{
    private readonly List<Waiter> _waiters = [];

    private WaitingQueue(Location location) => Location = location;

    internal Location Location { get; }

    /// <summary>The queue of an object whose lock the operation holds.</summary>
    internal static WaitingQueue Of(Operation operation, object target)
    {
        var ownership = (Ownership)Ownership.At(operation, target).Model!;
        return ownership.Queue ??= new(
            operation.Execution.Memory.Of(target, LocationName.Queue, operation));
    }

    internal void Add(Waiter waiter) => _waiters.Add(waiter);

    internal void Remove(Waiter waiter) => _waiters.Remove(waiter);

    /// <summary>
    /// What a pulse touches: the queue, and each who waits there. Whom it wakes isn't certain before
    /// it happens: the first may have run out of time until then.
    /// </summary>
    internal Access[] Touched() =>
    [
        new(Location, AccessMode.Write),
        .. _waiters.Select(waiter => new Access(waiter.Location, AccessMode.Write)),
    ];

    internal void Wake(int count)
    {
        foreach (var waiter in _waiters.Take(count)) waiter.Location.State = Waiter.Pulsed;
        _waiters.RemoveRange(0, Math.Min(count, _waiters.Count));
    }
}
