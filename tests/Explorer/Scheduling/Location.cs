namespace Interleavings.Scheduling;

/// <summary>
/// Something that events touch: a variable, a lock, the life of an operation. It is kept from one
/// execution to the next under the same <see cref="Name"/>, and is reset at its first use in each.
/// </summary>
public sealed class Location
{
    private int[] _events = new int[8];

    /// <summary>By position: that of the last event up to there that is no read, or -1.</summary>
    private int[] _changes = new int[8];
    private long _stamp;

    internal Location(LocationName name, int id)
    {
        Name = name;
        Id = id;
    }

    internal LocationName Name { get; }

    /// <summary>By first use in the exploration; stable across executions.</summary>
    public int Id { get; }

    /// <summary>
    /// What blocked events wait for: a lock's owner + 1, an operation's stage, a barrier's phase.
    /// Each model says what it means.
    /// </summary>
    public long State { get; internal set; }

    /// <summary>Writes in this execution; what a spinning operation waits to see change.</summary>
    internal int Version { get; set; }

    /// <summary>What the model of a primitive keeps beside <see cref="State"/>.</summary>
    internal object? Model { get; set; }

    /// <summary>Whether another object changes it, unseen: a collection that was made of it.</summary>
    internal bool IsWrapped { get; set; }

    /// <summary>The index of the event that disposed of the object; as long as there is none, the last number.</summary>
    internal int DisposedAt { get; set; } = int.MaxValue;

    internal bool IsDisposed => DisposedAt < int.MaxValue;

    /// <summary>
    /// Indices into the trace of the events at this location, in order: while an execution goes on,
    /// those that it shares with the one before.
    /// </summary>
    internal ReadOnlySpan<int> Events => _events.AsSpan(0, Count);

    internal int Count { get; private set; }

    internal void Append(int index, AccessMode mode)
    {
        if (Count == _events.Length)
        {
            Array.Resize(ref _events, Count * 2);
            Array.Resize(ref _changes, Count * 2);
        }
        _events[Count] = index;
        _changes[Count] = mode.Changes ? Count : Count == 0 ? -1 : _changes[Count - 1];
        Count++;
    }

    /// <summary>
    /// The position of the last event up to one that may conflict with an access: a read conflicts with
    /// no read, and most of what is shared is read far more often than written. So one goes back by it,
    /// from position to position, which are those in <see cref="Events"/>.
    /// </summary>
    /// <returns>-1 if there is none.</returns>
    internal int LastConflict(int position, AccessMode mode) =>
        mode != AccessMode.Read || position < 0 ? position : _changes[position];

    internal void RemoveLast() => Count--;

    internal void Clear() => Count = 0;

    /// <summary>Makes the location as new, once for each execution: see <see cref="Execution.Stamp"/>.</summary>
    internal Location In(long stamp)
    {
        if (_stamp == stamp) return this;
        _stamp = stamp;
        State = 0;
        Version = 0;
        Model = null;
        IsWrapped = false;
        DisposedAt = int.MaxValue;
        return this;
    }
}
