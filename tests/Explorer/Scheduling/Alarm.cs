namespace Interleavings.Scheduling;

/// <summary>
/// The end of a time limit: an event of a pseudo-operation that needs no thread. It may happen at any
/// time while the wait goes on, so that a wait that runs out races with one that succeeds, and both
/// are explored; but not before an alarm that is due clearly earlier.
/// </summary>
/// <remarks>
/// Real timers tick in milliseconds, on Windows about every 15, and hand their work to the pool. So two
/// alarms that are due at almost the same time go off in either order.
/// </remarks>
public sealed class Alarm : ICondition
{
    /// <summary>The states of <see cref="Location"/>; 0 before it is set.</summary>
    internal const long Set = 1;

    /// <summary>The wait is over: the alarm will not go off.</summary>
    internal const long Withdrawn = 2;

    internal const long Fired = 3;

    /// <summary>In milliseconds: alarms that are due no further apart have no order.</summary>
    private const long Distance = 20;

    private readonly List<Alarm> _earlier = [];
    private IReadOnlyList<(Location Location, int Version)> _changing = [];

    internal Alarm(Operation owner, Location location, Location? subject, long due, long armed,
        long length = 0)
    {
        Armed = armed;
        Owner = owner;
        Location = location;
        Subject = subject;
        Due = due;
        Length = length;
    }

    /// <summary>Who waits.</summary>
    internal Operation Owner { get; }

    /// <summary>Its own: what the wait looks at to see that its time is up.</summary>
    internal Location Location { get; }

    /// <summary>The state of its location while it is set; another one's there has another.</summary>
    internal long Armed { get; }

    /// <summary>What is waited for; for the reader.</summary>
    internal Location? Subject { get; }

    /// <summary>The one that its operation stood for before.</summary>
    internal Alarm? Before { get; init; }

    /// <summary>In milliseconds of virtual time from the start of the execution.</summary>
    internal long Due { get; }

    /// <summary>How long it was from when it was set, in milliseconds.</summary>
    private long Length { get; }

    /// <summary>Whether it is due so much earlier than another that it always goes off first.</summary>
    internal bool IsWellBefore(Alarm other) => other.Due - Due > Within(Math.Min(Length, other.Length));

    /// <summary>How late something that takes that long may still be.</summary>
    internal static long Within(long length) => Math.Max(Distance, length / 10);

    /// <summary>1, or more if its owner's others are set as well: then it is the next of them.</summary>
    internal int Rank { get; set; } = 1;

    /// <summary>Whether it is a choice, which no clock decides.</summary>
    internal bool IsOffer { get; init; }

    /// <summary>What else happens when it goes off.</summary>
    internal Action? Fires { get; set; }

    bool ICondition.Holds(States states)
    {
        if (states.Of(Location) != Armed) return false;
        if (IsHeldBack && !HasChanged(states)) return false;
        foreach (var earlier in _earlier)
        {
            if (states.Of(earlier.Location) == earlier.Armed) return false;
        }
        return true;
    }

    /// <summary>
    /// Whether it goes off only after a change: it would only be set again otherwise. So it holds no
    /// other alarm up.
    /// </summary>
    internal bool IsHeldBack => _changing.Count > 0;

    /// <summary>Waits until one of several locations has another version.</summary>
    internal void ComesAfterChange(
        Operation pseudo, IReadOnlyList<(Location Location, int Version)> changing)
    {
        _changing = changing;
        ref var next = ref pseudo.Next;
        next.More = [.. next.More!, .. changing.Select(c => new Access(c.Location, AccessMode.Read))];
    }

    private bool HasChanged(States states)
    {
        foreach (var (location, version) in _changing)
        {
            if (states.VersionOf(location) != version) return true;
        }
        return false;
    }

    /// <summary>What was waited for when the alarm at a location went off.</summary>
    internal Location? SubjectAt(Location? location) =>
        Location == location || Before is null ? Subject : Before.SubjectAt(location);

    /// <summary>Waits until another alarm has gone off or is withdrawn.</summary>
    internal void ComesAfter(Operation pseudo, Alarm other)
    {
        _earlier.Add(other);
        ref var next = ref pseudo.Next;
        next.More = [.. next.More!, new(other.Location, AccessMode.Read)];
    }
}
