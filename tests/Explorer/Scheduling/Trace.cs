using System.Numerics;

namespace Interleavings.Scheduling;

/// <summary>The events of one execution, in the order in which they happened.</summary>
internal sealed class Trace
{
    private Event[] _events = new Event[64];

    internal int Count { get; private set; }

    internal ref Event this[int index] => ref _events[index];

    /// <summary>Events before this index must come as they came in the execution before.</summary>
    internal int Expected { get; private set; }

    /// <summary>Starts anew; the first <paramref name="expected"/> events are to come again.</summary>
    internal void Restart(int expected)
    {
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
        if (Count < Expected && !IsSame(slot, next)) return false;
        slot = next;
        slot.Previous = operation.LastEvent;
        operation.LastEvent = Count;
        if (next.Location is { } location)
        {
            slot.StateBefore = location.State;
            slot.Position = location.Count;
            Touch(location, next.Mode);
        }
        if (next.More is { } more)
        {
            slot.MoreStates = [.. more.Select(access => access.Location.State)];
            foreach (var access in more) Touch(access.Location, access.Mode);
        }
        Count++;
        return true;
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
        var version = location.Version;
        for (var i = location.Count - 1; i >= 0 && location.Events[i] >= index; i--)
        {
            if (ModeAt(location.Events[i], location) != AccessMode.Read
                && !_events[location.Events[i]].Unchanged) version--;
        }
        return version;
    }

    /// <summary>The last event was an attempt that changed nothing at its location.</summary>
    internal void Unchanged(Location location)
    {
        _events[Count - 1].Unchanged = true;
        location.Version--;
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

    private void Touch(Location location, AccessMode mode)
    {
        location.Append(Count);
        if (mode != AccessMode.Read) location.Version++;
    }

    private static bool IsSame(in Event one, in Event other) =>
        one.Operation == other.Operation && one.Kind == other.Kind
        && one.Location == other.Location && one.Mode == other.Mode
        && (object)one.Site == other.Site;
}
