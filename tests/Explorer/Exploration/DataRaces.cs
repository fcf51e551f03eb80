using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Finds data races: two accesses to one variable, one of them a write and one of them plain, that
/// no synchronisation orders. Vector clocks over synchronisation only, as in FastTrack (Flanagan,
/// Freund, PLDI 2009); all reads are kept, because traces are short.
/// </summary>
internal sealed class DataRaces
{
    private const int Width = Identities.MaxOperations;
    private readonly int[]?[] _operations = new int[Width][];
    private readonly Dictionary<Location, int[]> _published = [];
    // Clocks are used again from scan to scan: there is one in each execution.
    private readonly List<int[]> _clocks = [];
    private int _used;
    private readonly SortedSet<string> _volatile = new(StringComparer.Ordinal);

    /// <summary>Variables with volatile accesses that nothing orders; names as in the source.</summary>
    internal IReadOnlyCollection<string> Volatile => _volatile;

    /// <returns>The first pair of events found, as indices, or null.</returns>
    internal (int First, int Second)? Scan(Trace trace)
    {
        Array.Clear(_operations);
        _published.Clear();
        _used = 0;
        for (var i = 0; i < trace.Count; i++)
        {
            ref var e = ref trace[i];
            var clock = _operations[e.Operation.Id] ??= Clock([]);
            if (e.Location is { } location)
            {
                if (IsAccess(e.Kind) && Unordered(trace, i, clock) is { } first) return (first, i);
                if (e.Acquires && _published.TryGetValue(location, out var published))
                    Clocks.Merge(clock, published);
            }
            if (e.Sources is not null) TakeOver(e.Sources, clock);
            // From here on, whoever takes over this operation's clock comes after this event.
            clock[e.Operation.Id] = i + 1;
            if (e.Location is not null) Publish(e, clock);
        }
        return null;
    }

    private void TakeOver(Location[] sources, int[] clock)
    {
        foreach (var source in sources)
        {
            if (_published.TryGetValue(source, out var published)) Clocks.Merge(clock, published);
        }
    }

    private void Publish(in Event e, int[] clock)
    {
        if (!e.Releases)
        {
            // A plain write ends what an earlier one had published: a reader sees this one now.
            if (e.Kind == EventKind.Write) _published.Remove(e.Location!);
            return;
        }
        // A volatile write replaces what was published; everything else adds to it.
        if (e.Kind != EventKind.VolatileWrite && _published.TryGetValue(e.Location!, out var published))
            Clocks.Merge(published, clock);
        else
            _published[e.Location!] = Clock(clock);
    }

    private int? Unordered(Trace trace, int index, int[] clock)
    {
        ref var e = ref trace[index];
        if (UnorderedAt(trace, index, e.Location!, e.Mode, clock) is { } found) return found;
        foreach (var (location, mode) in e.More ?? [])
        {
            if (UnorderedAt(trace, index, location, mode, clock) is { } other) return other;
        }
        return null;
    }

    private int? UnorderedAt(Trace trace, int index, Location location, AccessMode mode, int[] clock)
    {
        ref var e = ref trace[index];
        var events = trace.EventsBefore(location, index);
        for (var i = events.Length - 1; i >= 0; i--)
        {
            ref var other = ref trace[events[i]];
            var others = trace.ModeAt(events[i], location);
            var ordered = other.Operation == e.Operation || clock[other.Operation.Id] > events[i];
            if (!ordered && Access.Conflict(others, mode))
            {
                if (IsPlain(e.Kind) || IsPlain(other.Kind)) return events[i];
                if (IsVolatile(e.Kind) || IsVolatile(other.Kind))
                    _volatile.Add(Site.Parse(e.Site).Target);
            }
            // What comes before a plain write is ordered before it, or has been found there.
            if (ordered && others == AccessMode.Write && IsPlain(other.Kind)) return null;
        }
        return null;
    }

    /// <summary>A clock with these values; an empty one if there are none.</summary>
    private int[] Clock(ReadOnlySpan<int> values)
    {
        if (_used == _clocks.Count) _clocks.Add(new int[Width]);
        var clock = _clocks[_used++];
        if (values.IsEmpty) Array.Clear(clock);
        else values.CopyTo(clock);
        return clock;
    }

    private static bool IsPlain(EventKind kind) => kind
        is EventKind.Read or EventKind.Write or EventKind.ObjectRead or EventKind.ObjectWrite;

    private static bool IsVolatile(EventKind kind) =>
        kind is EventKind.VolatileRead or EventKind.VolatileWrite;

    private static bool IsAccess(EventKind kind) =>
        IsPlain(kind) || IsVolatile(kind)
        || kind is EventKind.Atomic or EventKind.Exchange
            or EventKind.AtomicRead or EventKind.AtomicWrite;
}
