namespace Interleavings.Scheduling;

// Virtual time. Setting an alarm reads the clock, going off moves it on: so the two are ordered,
// while alarms can be set, or go off, in any order among themselves. The clock stands at the latest
// due time that has passed; an alarm that is due a little earlier may still be pending.
public sealed partial class Execution
{
    internal static bool IsClock(Location location) =>
        location.Name.Creator == LocationName.Clock;

    private Location Clock =>
        Identities.Location(new(LocationName.Clock, 0, 0)).In(Stamp);

    /// <summary>What time it is, in milliseconds of virtual time: an event.</summary>
    internal long Time(Operation operation, string site)
    {
        Announce(operation, EventKind.Check, site);
        operation.Next.Location = Clock;
        operation.Next.Mode = AccessMode.Read;
        Perform(operation);
        return Clock.State;
    }

    /// <summary>What the event that sets an alarm touches besides its own locations.</summary>
    internal Access[] Sets(Location alarm) =>
        [new(Clock, AccessMode.Read), new(alarm, AccessMode.Write)];

    /// <summary>After an event that <see cref="Sets"/> it: from here on it may go off.</summary>
    /// <remarks>
    /// One of the same owner's that has gone off before stands for this one as well: the clock orders the
    /// two. So pauses in a loop need no more operations than one.
    /// </remarks>
    /// <param name="subject">What is waited for.</param>
    /// <param name="also">What else it touches when it goes off.</param>
    /// <param name="armed">The location's state while it is set.</param>
    /// <param name="after">What must change before it goes off.</param>
    /// <param name="length">
    /// How long it was from when its clock was set: longer than it still has, for a tick on its way.
    /// </param>
    internal Alarm SetAlarm(
        Operation owner, Location location, Location? subject, long milliseconds, string site,
        Access[] also, EventKind kind = EventKind.TimeOut, long armed = Alarm.Set,
        IReadOnlyList<(Location Location, int Version)>? after = null, long? length = null)
    {
        var over = _operations.Find(o => o.HasEnded && o.Creator == owner && o.Alarm is { IsOffer: false });
        if ((over ?? Identities.Operation(owner)) is not { } pseudo)
        {
            throw Refuse($"more than {Identities.MaxOperations} threads, tasks and time limits",
                "use fewer time limits at a time", site);
        }
        location.State = armed;
        var alarm = new Alarm(owner, location, subject, Clock.State + milliseconds, armed, length ?? milliseconds)
        {
            Before = over?.Alarm,
        };
        if (over is null) pseudo.Lifecycle.In(Stamp);
        pseudo.Reset(this, owner, over?.Order ?? _operations.Count, static () => { }, goesOn: over is not null);
        pseudo.Alarm = alarm;
        pseudo.Number = owner.Number;
        ref var next = ref pseudo.Next;
        next.Kind = kind;
        next.Site = site;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.More = [new(Clock, AccessMode.Add), .. also];
        next.Guard = Guard.Custom;
        next.Condition = alarm;
        if (after is not null) alarm.ComesAfterChange(pseudo, after);
        foreach (var other in _operations)
        {
            // One that is withdrawn as well: its withdrawal may as well come after this, and the same
            // events have to touch the same locations in either order.
            if (other.Alarm is not { IsOffer: false } theirs
                || theirs.Location.State == Alarm.Fired) continue;
            // A timer that is set again: it is one alarm or the other.
            if (theirs.Location == alarm.Location) continue;
            if (other.Number == owner.Number && theirs.Location.State == theirs.Armed)
                alarm.Rank = Math.Max(alarm.Rank, theirs.Rank + 1);
            if (theirs.IsWellBefore(alarm) && !theirs.IsHeldBack) ComesAfter(alarm, pseudo, theirs);
            if (alarm.IsWellBefore(theirs) && !alarm.IsHeldBack) ComesAfter(theirs, other, alarm);
        }
        if (over is null) _operations.Add(pseudo);
        return alarm;
    }

    private void ComesAfter(Alarm later, Operation pseudo, Alarm earlier)
    {
        later.ComesAfter(pseudo, earlier);
        Insight.OrdersTimes = true;
    }

    /// <summary>
    /// Lets an operation take another way than the one that its next event stands for: a choice, which
    /// the exploration treats as an alarm. Of the events that write its location, one happens.
    /// </summary>
    /// <param name="wanted">Something that others may take first: then the offer is gone.</param>
    internal void Offer(
        Operation owner, Location choice, Location wanted, string site, Action takes)
    {
        if (Identities.Operation(owner) is not { } pseudo)
        {
            throw Refuse($"more than {Identities.MaxOperations} threads, tasks, time limits and choices",
                "start less on the pool that asks for its thread", site);
        }
        pseudo.Lifecycle.In(Stamp);
        pseudo.Reset(this, owner, _operations.Count, static () => { });
        var alarm = new Alarm(owner, choice, null, 0, Alarm.Set) { IsOffer = true, Fires = takes };
        pseudo.Alarm = alarm;
        pseudo.Number = owner.Number;
        ref var next = ref pseudo.Next;
        next.Kind = EventKind.ReuseThread;
        next.Site = site;
        next.Location = choice;
        next.Mode = AccessMode.Write;
        next.More = [new(wanted, AccessMode.Write)];
        next.Guard = Guard.Custom;
        next.Condition = new IsOpen(choice, wanted, wanted.State);
        foreach (var other in _operations)
        {
            if (other.Alarm is { } theirs && other.Number == owner.Number
                && theirs.Location.State == theirs.Armed)
                alarm.Rank = Math.Max(alarm.Rank, theirs.Rank + 1);
        }
        _operations.Add(pseudo);
    }

    private sealed class IsOpen(Location choice, Location wanted, long state) : ICondition
    {
        public bool Holds(States states) =>
            states.Of(choice) == Alarm.Set && states.Of(wanted) == state;
    }

    private void GoOff(Operation pseudo)
    {
        var alarm = pseudo.Alarm!;
        pseudo.HasEnded = true;
        alarm.Location.State = Alarm.Fired;
        if (!alarm.IsOffer)
        {
            var clock = Clock;
            if (TakesTime && _chances.Count > 0 && alarm.Due > clock.State)
                Thread.Sleep((int)(alarm.Due - clock.State));
            clock.State = Math.Max(clock.State, alarm.Due);
        }
        alarm.Fires?.Invoke();
    }
}
