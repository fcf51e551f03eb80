namespace Interleavings.Scheduling;

/// <summary>
/// What an operation does at a scheduling point: first announced (<see cref="Operation.Next"/>),
/// then part of the trace.
/// </summary>
/// <remarks>
/// A line of the processor's cache holds one. Where an execution goes from core to core, each line that
/// goes along costs as much as a hundred instructions. So what few events have is kept apart.
/// </remarks>
public partial struct Event
{
    public Operation Operation;
    public EventKind Kind;
    public AccessMode Mode;
    public Guard Guard;

    /// <summary>Whether the event takes over what others have published at its location.</summary>
    public bool Acquires;

    /// <summary>Whether the event publishes what its operation has done.</summary>
    public bool Releases;

    private Rare? _rare;

    /// <summary>The location touched, or null.</summary>
    public Location? Location;

    /// <summary>For <see cref="Guard.Above"/>.</summary>
    public long Argument;

    /// <summary>The location's state just before the event.</summary>
    public long StateBefore;

    /// <summary>The index of its operation's event before, or -1. Set when it is performed.</summary>
    internal int Previous;

    /// <summary>How many events its main location had seen before. Set by <see cref="Trace.List"/>.</summary>
    internal int Position;

    /// <summary>A literal in the form of <see cref="Site.Format"/>.</summary>
    public string Site;

    /// <summary>
    /// An attempt that came to nothing: it may have changed its location, but didn't. Only loops that
    /// wait for a change are told; which events may be swapped is not for the outcome to say.
    /// </summary>
    internal bool Unchanged;

    /// <summary>
    /// What it touches depends on the events before it at its location: who waits at a channel, say. It
    /// may touch more if it comes before one of those: what that one touches.
    /// </summary>
    internal bool Varies;

    /// <summary>
    /// Makes it another event of the same operation. What the trace says of events that have been
    /// performed is left: nobody asks for it before.
    /// </summary>
    internal void Renew(EventKind kind, string site)
    {
        Kind = kind;
        Site = site;
        Mode = default;
        Guard = default;
        Acquires = Releases = Unchanged = Varies = false;
        Location = null;
        Argument = 0;
        _rare = null;
    }

    /// <summary>Whether the order of two events of different operations can be told apart.</summary>
    internal static bool Dependent(in Event one, in Event other)
    {
        if (one.Location is null || other.Location is null) return false;
        if (one.Location == other.Location) return Access.Conflict(one.Mode, other.Mode);
        return (one.More is not null || other.More is not null) && DependentElsewhere(one, other);
    }

    private static bool DependentElsewhere(in Event one, in Event other)
    {
        for (var i = -1; i < (one.More?.Length ?? 0); i++)
        {
            var (location, mode) = one.AccessAt(i);
            for (var k = -1; k < (other.More?.Length ?? 0); k++)
            {
                var access = other.AccessAt(k);
                if (access.Location == location && Access.Conflict(access.Mode, mode)) return true;
            }
        }
        return false;
    }

    /// <summary>The access at -1 is the main one.</summary>
    private readonly Access AccessAt(int index) =>
        index < 0 ? new(Location!, Mode) : More![index];
}
