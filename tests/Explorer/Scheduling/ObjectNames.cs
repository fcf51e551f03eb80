using System.Runtime.CompilerServices;

namespace Interleavings.Scheduling;

/// <summary>
/// The names of the objects of one execution: which operation had it first, as how many-th. A hash
/// table that is emptied by counting up, because an execution lasts microseconds.
/// </summary>
internal sealed class ObjectNames
{
    private Entry[] _entries = new Entry[1 << 5];
    private int _count;
    private long _stamp;

    internal void Clear(long stamp)
    {
        _stamp = stamp;
        _count = 0;
    }

    /// <summary>The execution is over: no object is kept any more.</summary>
    internal void LetGo() => Array.Clear(_entries);

    /// <summary>Arrays that have a name: a reference into one may come from a span.</summary>
    internal List<Array> Arrays { get; } = [];

    /// <returns>Null if it has no name.</returns>
    internal (int Creator, int Number)? Find(object owner)
    {
        var i = Place(owner);
        return _entries[i].Stamp == _stamp ? (_entries[i].Creator, _entries[i].Number) : null;
    }

    /// <param name="isNew">
    /// Whether the operation has just made it. Then its number is above 0; below, if the object may have
    /// been there before.
    /// </param>
    /// <param name="isReturned">Whether a library has just returned it.</param>
    internal (int Creator, int Number) NameOf(
        object owner, Operation toucher, bool isNew = false, bool isReturned = false)
    {
        var i = Place(owner);
        if (_entries[i].Stamp == _stamp) return (_entries[i].Creator, _entries[i].Number);
        // Who touches it first on trial must not give it a name: it may be somebody else's.
        if (!isNew && !isReturned && toucher.Trial is { } trial) throw trial.Fail();
        var name = (toucher.Id, Number: isNew ? ++toucher.Allocations : --toucher.Encounters);
        _entries[i] = new(owner, _stamp, name.Id, name.Number);
        if (owner is Array array) Arrays.Add(array);
        if (++_count * 2 > _entries.Length) Grow();
        return name;
    }

    /// <summary>Where an object is, or would be.</summary>
    private int Place(object owner)
    {
        var mask = _entries.Length - 1;
        var i = RuntimeHelpers.GetHashCode(owner) & mask;
        while (_entries[i].Stamp == _stamp && !ReferenceEquals(_entries[i].Owner, owner)) i = (i + 1) & mask;
        return i;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        var mask = _entries.Length - 1;
        foreach (var entry in old)
        {
            if (entry.Stamp != _stamp) continue;
            var i = RuntimeHelpers.GetHashCode(entry.Owner) & mask;
            while (_entries[i].Stamp == _stamp) i = (i + 1) & mask;
            _entries[i] = entry;
        }
    }

    private readonly record struct Entry(object Owner, long Stamp, int Creator, int Number);
}
