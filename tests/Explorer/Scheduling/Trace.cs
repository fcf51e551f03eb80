using System.Numerics;

namespace Interleavings.Scheduling;

/// <summary>The events of one execution, in the order in which they happened.</summary>
internal sealed class Trace
{
    private Event[] _events = new Event[64];

    /// <summary>How many events are in the lists of their locations.</summary>
    private int _listed;

    internal int Count { get; private set; }

    /// <summary>The greatest id of an operation that has been listed, ever.</summary>
    internal int LastOperation { get; private set; }

    internal ref Event this[int index] => ref _events[index];

    /// <summary>Events before this index must come as they came in the execution before.</summary>
    internal int Expected { get; private set; }

    /// <summary>Starts anew; the first <paramref name="expected"/> events are to come again.</summary>
    internal void Restart(int expected, Identities identities)
    {
        if (!identities.IsListed(this)) _listed = 0;
        while (_listed > expected) Unlist();
        Expected = expected;
        Count = 0;
    }

    /// <summary>Adds the event that <paramref name="operation"/> announced, and tells its location.</summary>
    /// <returns>False if another event was expected here: the slot keeps the expected one.</returns>
    internal bool Append(Operation operation)
    {
        if (Count == _events.Length)
            Array.Resize(ref _events, (int)BitOperations.RoundUpToPowerOf2((uint)Count + 1));
        ref var slot = ref _events[Count];
        ref var next = ref operation.Next;
        var expected = Count < Expected;
        if (expected && !IsSame(slot, next)) return false;
        // An event as it was in the execution before needn't be put there again, and what is only
        // read needn't leave the processor's cache.
        if (!expected || slot.HasRare || next.HasRare || slot.Unchanged) Put(operation, ref slot);
        operation.LastEvent = Count;
        if (next.Mode.Changes && next.Location is { } location) location.Version++;
        foreach (var access in next.More ?? [])
        {
            if (access.Mode.Changes) access.Location.Version++;
        }
        Count++;
        return true;
    }

    /// <summary>
    /// Takes an event as the next, if it is the one expected here: as in the execution before, and so in
    /// the trace already.
    /// </summary>
    /// <returns>Whether it was.</returns>
    internal bool Repeats(
        Operation operation, EventKind kind, string site, Location location, AccessMode mode)
    {
        if (Count >= Expected) return false;
        ref var expected = ref _events[Count];
        if (expected.Operation != operation || expected.Location != location || expected.Kind != kind
            || expected.Mode != mode || (object)expected.Site != site
            || expected.HasRare || expected.Unchanged) return false;
        operation.LastEvent = Count++;
        if (mode.Changes) location.Version++;
        return true;
    }

    private static void Put(Operation operation, ref Event slot)
    {
        var position = slot.Position;
        slot = operation.Next;
        slot.Part();
        slot.Previous = operation.LastEvent;
        slot.Position = position;
        if (slot.Location is { } location) slot.StateBefore = location.State;
        if (slot.More is { } more) slot.MoreStates = [.. more.Select(access => access.Location.State)];
    }

    /// <summary>
    /// Tells each location of the events at it. Once an execution is over, because while it goes on
    /// nobody asks: and what it shares with the one before is listed already.
    /// </summary>
    internal void List()
    {
        while (_listed > Count) Unlist();
        for (; _listed < Count; _listed++)
        {
            ref var e = ref _events[_listed];
            LastOperation = Math.Max(LastOperation, e.Operation.Id);
            if (e.Location is { } location)
            {
                e.Position = location.Count;
                location.Append(_listed, e.Mode);
            }
            foreach (var access in e.More ?? []) access.Location.Append(_listed, access.Mode);
        }
    }

    private void Unlist()
    {
        ref var e = ref _events[--_listed];
        e.Location?.RemoveLast();
        foreach (var access in e.More ?? []) access.Location.RemoveLast();
    }

    /// <summary>The state of a location just before the event at <paramref name="index"/>.</summary>
    internal long StateBefore(Location location, int index)
    {
        foreach (var k in location.Events)
        {
            if (k >= index) return StateBefore(_events[k], location);
        }
        return location.State;
    }

    /// <summary>How many writes a location had seen before the event at <paramref name="index"/>.</summary>
    internal int VersionBefore(Location location, int index)
    {
        if (index == Count) return location.Version;
        var version = location.Version;
        for (var i = location.Count - 1; i >= 0 && location.Events[i] >= index; i--)
        {
            if (ModeAt(location.Events[i], location).Changes
                && !_events[location.Events[i]].Unchanged) version--;
        }
        return version;
    }

    /// <summary>The last event was an attempt that changed nothing.</summary>
    internal void Unchanged()
    {
        ref var last = ref _events[Count - 1];
        if (last.Unchanged) return;
        last.Unchanged = true;
        if (last.Mode.Changes && last.Location is { } location) location.Version--;
        foreach (var access in last.More ?? [])
        {
            if (access.Mode.Changes) access.Location.Version--;
        }
    }

    internal int CountOf(Operation operation)
    {
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            if (_events[i].Operation == operation) count++;
        }
        return count;
    }

    /// <summary>How the event at <paramref name="index"/> uses a location that it touches.</summary>
    internal AccessMode ModeAt(int index, Location location)
    {
        ref var e = ref _events[index];
        if (e.Location == location) return e.Mode;
        foreach (var access in e.More!)
        {
            if (access.Location == location) return access.Mode;
        }
        throw new InvalidOperationException("internal: an event is listed at a location it does not touch.");
    }

    private static long StateBefore(in Event e, Location location)
    {
        if (e.Location == location) return e.StateBefore;
        return e.MoreStates![Array.FindIndex(e.More!, access => access.Location == location)];
    }

    /// <summary>The events at a location before an index, in order.</summary>
    internal ReadOnlySpan<int> EventsBefore(Location location, int index)
    {
        if (index < Count && _events[index].Location == location)
            return location.Events[.._events[index].Position];
        var events = location.Events;
        if (events.Length == 0 || events[^1] < index) return events;
        var position = events.BinarySearch(index);
        return events[..(position < 0 ? ~position : position)];
    }

    private static bool IsSame(in Event one, in Event other) =>
        one.Operation == other.Operation && one.Kind == other.Kind
        && one.Location == other.Location && one.Mode == other.Mode
        && (object)one.Site == other.Site
        && (one.More == other.More || one.More.AsSpan().SequenceEqual(other.More));
}
