using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What goes on once a task is complete: an operation of its own waits for that; or who completes
/// the task runs it on the spot, where .NET would.
/// </summary>
internal abstract class Continuation
{
    protected Continuation(Operation creator, Operation vehicle)
    {
        Vehicle = vehicle;
        Seat = creator.Execution.Memory.OfNew(this, LocationName.Model, creator);
    }

    /// <summary>The operation that goes on where nobody else runs it.</summary>
    internal Operation Vehicle { get; }

    /// <summary>
    /// Written by whoever suspends or runs it; read by its operation, which then goes on. Its state
    /// counts how often it was seated; below zero, who completed the task has taken it up.
    /// </summary>
    internal Location Seat { get; }

    internal bool IsTaken => Seat.State < 0;

    /// <summary>In an event that writes <see cref="Seat"/>: from here on, it waits anew.</summary>
    internal void Sit() => Seat.State = Math.Abs(Seat.State) + 1;

    /// <summary>In an event that writes <see cref="Seat"/>: its operation is not to go on.</summary>
    internal void Take() => Seat.State = -Math.Abs(Seat.State);

    /// <summary>Whether .NET would run it, or hand it to its place, in the call that completes what it waits for.</summary>
    internal abstract bool CanRunHere { get; }

    /// <summary>Whether it goes on in a place of its own: a context or a scheduler.</summary>
    internal abstract bool HasPlace { get; }

    /// <summary>Whether .NET hands it over before it runs any other.</summary>
    internal virtual bool GoesFirst => false;

    /// <summary>Whether who has no place of its own may run in the midst of another's.</summary>
    protected static bool MayRunIn(Place place, Resuming resuming) =>
        place.IsAnywhere || resuming is Resuming.LikeSource or Resuming.LikeChannel;

    internal abstract void RunOn(Operation operation);

    /// <summary>Announces, for its operation, to go on once <paramref name="awaited"/> is complete.</summary>
    internal void AnnounceWait(Completion? awaited, string site)
    {
        var leaves = awaited?.Leaves ?? [];
        Execution.Announce(Vehicle, EventKind.AwaitTask, site);
        ref var next = ref Vehicle.Next;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        next.Location = leaves.Length == 0 ? Seat : leaves[0];
        next.Guard = Guard.Custom;
        next.Condition = new CanGoOn(leaves, Seat, Seat.State);
        if (leaves.Length == 0) return;
        next.More = [.. leaves.Skip(1).Append(Seat).Select(l => new Access(l, AccessMode.Read))];
    }

    /// <summary>Announces, for its operation, to do nothing until it is told to.</summary>
    internal void AnnounceRest()
    {
        Execution.Announce(Vehicle, EventKind.AwaitTask, "");
        ref var next = ref Vehicle.Next;
        next.Location = Seat;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        next.Guard = Guard.Never;
    }

    /// <summary>After its operation's wait: what was published by others is taken over.</summary>
    protected void TakeOver(Completion? awaited)
    {
        ref var performed = ref Vehicle.Execution.Trace[Vehicle.LastEvent];
        performed.Acquires = false;
        performed.Sources = [Seat, Vehicle.Lifecycle, .. awaited?.Sources ?? []];
        awaited?.Settle();
    }

    /// <summary>Whether an event is the end of such a wait, not of one that blocks.</summary>
    internal static bool GoesOnBy(in Event e) => e.Condition is CanGoOn;

    /// <summary>Nothing goes on before it was suspended: that order can't be reversed.</summary>
    private sealed class CanGoOn(Location[] leaves, Location seat, long seated) : ICondition
    {
        public bool Holds(States states)
        {
            if (states.Of(seat) != seated) return false;
            foreach (var leaf in leaves)
            {
                if (states.Of(leaf) <= Stage.Started) return false;
            }
            return true;
        }
    }
}
