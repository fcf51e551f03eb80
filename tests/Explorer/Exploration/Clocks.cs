using System.Runtime.Intrinsics;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// The happens-before of dependence: which events of a trace can't be swapped, directly or through
/// others. One vector clock for each event, counting events by operation (Mattern 1988).
/// </summary>
internal sealed class Clocks : IOrder
{
    private const int Width = Identities.MaxOperations;

    /// <summary>A divisor of <see cref="Width"/>.</summary>
    private const int Step = 8;

    private int[] _clocks = new int[16 * Width];

    /// <summary>What lies beyond is zero: clocks of operations that nobody has met yet.</summary>
    private int _used;

    /// <summary>Events whose clocks are known.</summary>
    internal int Count { get; private set; }

    internal ReadOnlySpan<int> this[int index] => _clocks.AsSpan(index * Width, Width);

    /// <summary>The clock of an operation's last event; zero if it has none.</summary>
    internal ReadOnlySpan<int> Of(Operation operation) => At(operation.LastEvent);

    /// <summary>The clock of an operation just before its event at <paramref name="index"/>.</summary>
    internal ReadOnlySpan<int> Before(Trace trace, int index) => At(trace[index].Previous);

    private ReadOnlySpan<int> At(int index) => index < 0 ? Nothing : this[index];

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
        Extend(trace);
    }

    internal void Clear() => Count = 0;

    internal void Extend(Trace trace)
    {
        trace.List();
        _used = UpTo(trace.LastOperation);
        while (Count < trace.Count) Add(trace, Count++);
    }

    private static readonly int[] Nothing = new int[Width];

    private void Add(Trace trace, int index)
    {
        if ((index + 1) * Width > _clocks.Length) Array.Resize(ref _clocks, _clocks.Length * 2);
        ref var e = ref trace[index];
        var clock = _clocks.AsSpan(index * Width, _used);
        At(e.Previous)[.._used].CopyTo(clock);
        if (e.Location is { } location) Join(trace, index, location, e.Mode, clock);
        if (e.More is not null)
        {
            foreach (var access in e.More) Join(trace, index, access.Location, access.Mode, clock);
        }
        clock[e.Operation.Id]++;
    }

    private void Join(Trace trace, int index, Location location, AccessMode mode, Span<int> clock)
    {
        var events = trace.EventsBefore(location, index);
        for (var i = events.Length; (i = location.LastConflict(i - 1, mode)) >= 0;)
        {
            var other = trace.ModeAt(events[i], location);
            if (!Access.Conflict(other, mode)) continue;
            var theirs = this[events[i]];
            Merge(clock, theirs);
            // A write comes after everything before it at this location.
            if (other == AccessMode.Write) return;
        }
    }

    /// <summary>How much of a clock is in use while there are no more operations than that.</summary>
    internal static int UpTo(int operation) => (operation / Step + 1) * Step;

    /// <summary>Takes over what a clock knows: the greater of each pair.</summary>
    internal static void Merge(Span<int> into, ReadOnlySpan<int> from)
    {
        for (var i = 0; i < into.Length; i += Step)
            Vector256.Max(Vector256.Create(from[i..]), Vector256.Create<int>(into[i..])).CopyTo(into[i..]);
    }
}
