using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Finds data races: two accesses to one variable, one of them a write and one of them plain, that
/// no synchronisation orders. Vector clocks over synchronisation only, as in FastTrack (Flanagan,
/// Freund, PLDI 2009); all reads are kept, because traces are short.
/// </summary>
/// <remarks>
/// What two executions share is looked at once: the clocks of each event are kept, and so is where
/// the clock is that its location had published by then.
/// </remarks>
internal sealed class DataRaces
{
    private const int Width = Identities.MaxOperations;
    private const int Nothing = -1;
    private readonly SortedSet<string> _volatile = new(StringComparer.Ordinal);

    /// <summary>By event: what its operation knows after it.</summary>
    private int[] _known = new int[16 * Width];

    /// <summary>By event: what it has published, if it has.</summary>
    private int[] _published = new int[16 * Width];

    /// <summary>By event: the one whose clock its location has published after it, or Nothing.</summary>
    private int[] _publisher = new int[16];

    private int _scanned;

    /// <summary>How much of each clock is in use; what lies beyond is zero.</summary>
    private int _used;

    /// <summary>Variables with volatile accesses that nothing orders; names as in the source.</summary>
    internal IReadOnlyCollection<string> Volatile => _volatile;

    /// <summary>The first conflict with a call that may or may not do what it counts as doing.</summary>
    internal Refusal? Doubt { get; private set; }

    /// <summary>Looks at a trace of which nothing is known.</summary>
    /// <returns>The first pair of events found, as indices, or null.</returns>
    internal (int First, int Second)? Scan(Trace trace)
    {
        Keep(0);
        return ScanNew(trace);
    }

    /// <summary>Forgets all events but the first ones, which the next trace shares.</summary>
    internal void Keep(int shared) => _scanned = Math.Min(_scanned, shared);

    /// <summary>Looks at the events that are not kept.</summary>
    internal (int First, int Second)? ScanNew(Trace trace)
    {
        trace.List();
        _used = Clocks.UpTo(trace.LastOperation);
        for (; _scanned < trace.Count; _scanned++)
        {
            if (Look(trace, _scanned) is { } first) return (first, _scanned);
        }
        return null;
    }

    private int? Look(Trace trace, int index)
    {
        if (index == _publisher.Length) Grow();
        ref var e = ref trace[index];
        var clock = Known(index);
        if (e.Previous < 0) clock.Clear();
        else Known(e.Previous).CopyTo(clock);
        var publisher = e.Location is { } at ? PublisherAt(trace, at, index) : Nothing;
        if (e.Location is not null)
        {
            if (IsAccess(e.Kind) && Unordered(trace, index, clock) is { } first) return first;
            if (e.Acquires && publisher != Nothing) Clocks.Merge(clock, Published(publisher));
        }
        if (e.Sources is not null) TakeOver(trace, e.Sources, index, clock);
        // From here on, whoever takes over this operation's clock comes after this event.
        clock[e.Operation.Id] = index + 1;
        _publisher[index] = Publish(e, index, clock, publisher);
        return null;
    }

    private void TakeOver(Trace trace, Location[] sources, int index, Span<int> clock)
    {
        foreach (var source in sources)
        {
            if (PublisherAt(trace, source, index) is var publisher and not Nothing)
                Clocks.Merge(clock, Published(publisher));
        }
    }

    /// <returns>Whose clock the location has published from here on.</returns>
    private int Publish(in Event e, int index, ReadOnlySpan<int> clock, int publisher)
    {
        if (e.Location is null) return Nothing;
        // A plain write ends what an earlier one had published: a reader sees this one now.
        if (!e.Releases) return e.Kind == EventKind.Write ? Nothing : publisher;
        var published = Published(index);
        clock.CopyTo(published);
        // A volatile write replaces what was published; everything else adds to it.
        if (e.Kind != EventKind.VolatileWrite && publisher != Nothing)
            Clocks.Merge(published, Published(publisher));
        return index;
    }

    private int PublisherAt(Trace trace, Location location, int index)
    {
        var events = trace.EventsBefore(location, index);
        for (var i = events.Length - 1; i >= 0; i--)
        {
            // Who only touches it as a further location publishes nothing there.
            if (trace[events[i]].Location == location) return _publisher[events[i]];
        }
        return Nothing;
    }

    private Span<int> Known(int index) => _known.AsSpan(index * Width, _used);

    private Span<int> Published(int index) => _published.AsSpan(index * Width, _used);

    private void Grow()
    {
        Array.Resize(ref _publisher, _publisher.Length * 2);
        Array.Resize(ref _known, _known.Length * 2);
        Array.Resize(ref _published, _published.Length * 2);
    }

    private int? Unordered(Trace trace, int index, ReadOnlySpan<int> clock)
    {
        ref var e = ref trace[index];
        if (UnorderedAt(trace, index, e.Location!, e.Mode, clock) is { } found) return found;
        foreach (var (location, mode) in e.More ?? [])
        {
            if (UnorderedAt(trace, index, location, mode, clock) is { } other) return other;
        }
        return null;
    }

    private int? UnorderedAt(
        Trace trace, int index, Location location, AccessMode mode, ReadOnlySpan<int> clock)
    {
        ref var e = ref trace[index];
        var events = trace.EventsBefore(location, index);
        for (var i = events.Length; (i = location.LastConflict(i - 1, mode)) >= 0;)
        {
            ref var other = ref trace[events[i]];
            var others = trace.ModeAt(events[i], location);
            var ordered = other.Operation == e.Operation || clock[other.Operation.Id] > events[i];
            if (!ordered && !IsWait(other.Kind) && Access.Conflict(others, mode))
            {
                if (IsPlain(e.Kind) || IsPlain(other.Kind))
                {
                    if (Doubts.IsCertain(e, mode, other, others)) return events[i];
                    Doubt ??= Doubts.Of(e.Doubt is null ? other : e);
                }
                else if (IsVolatile(e.Kind) || IsVolatile(other.Kind))
                    _volatile.Add(Site.Parse(e.Site).Target);
            }
            // What comes before a plain write is ordered before it, or has been found there.
            if (ordered && others == AccessMode.Write && IsPlain(other.Kind) && other.Doubt is null)
                return null;
        }
        return null;
    }

    private static bool IsPlain(EventKind kind) => kind
        is EventKind.Read or EventKind.Write or EventKind.ObjectRead or EventKind.ObjectWrite;

    /// <summary>
    /// What it looks at, it looks at for the explorer: a loop that waits for a change, or a time limit
    /// that only runs out after one. The program's own accesses come before it and after it.
    /// </summary>
    private static bool IsWait(EventKind kind) => kind is EventKind.Spin or EventKind.TimeOut;

    private static bool IsVolatile(EventKind kind) =>
        kind is EventKind.VolatileRead or EventKind.VolatileWrite;

    private static bool IsAccess(EventKind kind) =>
        IsPlain(kind) || IsVolatile(kind)
        || kind is EventKind.Atomic or EventKind.Exchange
            or EventKind.AtomicRead or EventKind.AtomicWrite;
}
