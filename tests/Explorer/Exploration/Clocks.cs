using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// The happens-before of dependence: which events of a trace can't be swapped, directly or through
/// others. One vector clock for each event, counting events by operation (Mattern 1988).
/// </summary>
internal sealed class Clocks : IOrder
{
    private const int Width = Identities.MaxOperations;
    private int[] _clocks = new int[64 * Width];
    private readonly int[] _last = new int[Width];

    /// <summary>Events whose clocks are known.</summary>
    internal int Count { get; private set; }

    internal ReadOnlySpan<int> this[int index] => _clocks.AsSpan(index * Width, Width);

    /// <summary>The clock of an operation's last event; zero if it has none.</summary>
    internal ReadOnlySpan<int> Of(Operation operation) =>
        _last[operation.Id] < 0 ? Nothing : this[_last[operation.Id]];

    /// <summary>The clock of an operation just before its event at <paramref name="index"/>.</summary>
    internal ReadOnlySpan<int> Before(Trace trace, int index)
    {
        var operation = trace[index].Operation;
        for (var i = index - 1; i >= 0; i--)
        {
            if (trace[i].Operation == operation) return this[i];
        }
        return Nothing;
    }

    /// <summary>Whether the event at <paramref name="earlier"/> is ordered before the later one.</summary>
    public bool IsOrdered(Trace trace, int earlier, int later)
    {
        var id = trace[earlier].Operation.Id;
        return this[later][id] >= this[earlier][id];
    }

    /// <summary>Keeps the first <paramref name="count"/> events' clocks, and adds those that follow.</summary>
    internal void Update(Trace trace, int count)
    {
        Count = Math.Min(Count, count);
        Array.Fill(_last, -1);
        for (var i = 0; i < Count; i++) _last[trace[i].Operation.Id] = i;
        Extend(trace);
    }

    internal void Clear()
    {
        Count = 0;
        Array.Fill(_last, -1);
    }

    internal void Extend(Trace trace)
    {
        while (Count < trace.Count) Add(trace, Count++);
    }

    private static readonly int[] Nothing = new int[Width];

    private void Add(Trace trace, int index)
    {
        if ((index + 1) * Width > _clocks.Length) Array.Resize(ref _clocks, _clocks.Length * 2);
        ref var e = ref trace[index];
        var clock = _clocks.AsSpan(index * Width, Width);
        Of(e.Operation).CopyTo(clock);
        if (e.Location is { } location) Join(trace, index, location, e.Mode, clock);
        if (e.More is not null)
        {
            foreach (var access in e.More) Join(trace, index, access.Location, access.Mode, clock);
        }
        clock[e.Operation.Id]++;
        _last[e.Operation.Id] = index;
    }

    private void Join(Trace trace, int index, Location location, AccessMode mode, Span<int> clock)
    {
        var events = location.Events;
        for (var i = events.Length - 1; i >= 0; i--)
        {
            if (events[i] >= index) continue;
            var other = trace.ModeAt(events[i], location);
            if (!Access.Conflict(other, mode)) continue;
            var theirs = this[events[i]];
            for (var k = 0; k < Width; k++) clock[k] = Math.Max(clock[k], theirs[k]);
            // A write comes after everything before it at this location.
            if (other == AccessMode.Write) return;
        }
    }
}
