using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What Monitor and Lock have in common: an owner who may enter again. The location's state is the
/// owner's id + 1, or 0 when free. Entering again and leaving an inner level touch nothing that
/// another operation could see, so they are no events.
/// </summary>
internal sealed class Ownership : IHeld
{
    private int _levels;
    private int _stay;
    private Operation? _owner;

    /// <summary>Where the owner took it; for the reader.</summary>
    internal string Since { get; private set; } = "";

    /// <summary>Who waits for a pulse; null as long as nobody has.</summary>
    internal WaitingQueue? Queue { get; set; }

    public string SinceBy(int holder) => Since;

    public int HolderIn(long state) => (int)state - 1;

    internal static bool IsHeld(Operation operation, object target, long place = LocationName.Monitor) =>
        IsMine(operation, At(operation, target, place));

    /// <summary>
    /// Not by what it was before an await: another thread may go on then. A lock that was left behind
    /// belongs to the later work on the same thread of the pool.
    /// </summary>
    private static bool IsMine(Operation operation, Location location)
    {
        if (operation.Execution.Insight.TracksLocks) PoolThread.Of(operation, operation.Seen ?? "");
        if (location.State == 0) return false;
        var ownership = (Ownership)location.Model!;
        if (location.State == operation.Id + 1 && ownership._stay == operation.Stay) return true;
        return operation.PoolThread is { } thread && ownership.LeftOn == thread;
    }

    /// <summary>The thread of the pool that its owner has left; null while it is there.</summary>
    private PoolThread? LeftOn => _owner is not { } owner ? null
        : owner.Stay != _stay ? owner.ThreadsLeft?.GetValueOrDefault(_stay)
        : owner.HasEnded ? owner.PoolThread : null;

    internal static void Enter(
        Operation operation, object target, string site, long place = LocationName.Monitor)
    {
        var location = At(operation, target, place);
        if (!IsMine(operation, location))
        {
            operation.Execution.Perform(operation, EventKind.Acquire, site, location, AccessMode.Write,
                acquires: true, releases: true, guard: Guard.Zero);
        }
        Take(operation, location, site);
    }

    internal static bool TryEnter(
        Operation operation, object target, string site, long place = LocationName.Monitor)
    {
        var location = At(operation, target, place);
        if (!IsMine(operation, location))
        {
            Execution.Announce(operation, EventKind.TryAcquire, site);
            ref var next = ref operation.Next;
            next.Location = location;
            next.Mode = AccessMode.Write;
            operation.Execution.Perform(operation);
            var taken = location.State == 0;
            var trace = operation.Execution.Trace;
            ref var performed = ref trace[trace.Count - 1];
            // An attempt that fails gives no order: it may not rely on what the owner has written.
            performed.Acquires = performed.Releases = taken;
            if (!taken)
            {
                performed.Value = Waiting.InVain;
                LoopWaits.Failed(operation);
                return false;
            }
        }
        Take(operation, location, site);
        return true;
    }

    /// <summary>Waits until it is free, with a limit in milliseconds; -1 is none.</summary>
    internal static bool TryEnter(
        Operation operation, object target, int limit, string site, long place = LocationName.Monitor)
    {
        if (limit == 0) return TryEnter(operation, target, site, place);
        var location = At(operation, target, place);
        if (limit < 0 || IsMine(operation, location))
        {
            Enter(operation, target, site, place);
            return true;
        }
        var waiting = new Waiting(
            EventKind.TryAcquire, location, AccessMode.Write, new IsZero(location), site)
        {
            Releases = true,
        };
        if (!waiting.Within(operation, limit)) return false;
        Take(operation, location, site);
        return true;
    }

    /// <returns>False if the operation does not hold it.</returns>
    internal static bool Exit(
        Operation operation, object target, string site, long place = LocationName.Monitor)
    {
        // While unwinding, every release would throw: say yes, nobody is left to see it.
        if (operation.Execution.IsOver) return true;
        var location = At(operation, target, place);
        if (!IsMine(operation, location)) return false;
        var ownership = (Ownership)location.Model!;
        if (--ownership._levels > 0) return true;
        operation.Execution.Perform(
            operation, EventKind.Release, site, location, AccessMode.Write, releases: true);
        operation.LocksHeld--;
        location.State = 0;
        return true;
    }

    /// <summary>Gives back all levels at once, as Wait does.</summary>
    internal int Leave(Location location)
    {
        var levels = _levels;
        _levels = 0;
        location.State = 0;
        return levels;
    }

    /// <summary>Takes back what <see cref="Leave"/> has given.</summary>
    internal void Return(Operation operation, Location location, int levels, string since)
    {
        _levels = levels;
        // Others have held it in between, in stays of their own.
        _stay = operation.Stay;
        _owner = operation;
        location.State = operation.Id + 1;
        Since = since;
    }

    private static void Take(Operation operation, Location location, string site)
    {
        var ownership = (Ownership)(location.Model ??= new Ownership());
        if (location.State == 0)
        {
            location.State = operation.Id + 1;
            ownership._stay = operation.Stay;
            ownership._owner = operation;
            ownership.Since = site;
            operation.LocksHeld++;
        }
        ownership._levels++;
    }

    /// <param name="place">
    /// Any object has a monitor, whatever else it is: a Lock that is locked as an object keeps
    /// nobody out who uses it as a Lock.
    /// </param>
    internal static Location At(
        Operation operation, object target, long place = LocationName.Monitor) =>
        operation.Execution.Memory.Of(target, place, operation);
}
