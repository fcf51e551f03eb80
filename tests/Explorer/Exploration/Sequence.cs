using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>
/// Events to be performed in a new order: some of a trace, and one more at the end that is in the
/// trace as well or still pending. Kept by index, because events are large and most sequences are
/// thrown away.
/// </summary>
internal sealed class Sequence
{
    private const int Last = -1;
    private readonly List<int> _indices = [];
    private Trace _trace = null!;
    private Event _last;

    internal int Count => _indices.Count;

    internal ref readonly Event this[int position]
    {
        get
        {
            var index = _indices[position];
            return ref index == Last ? ref _last : ref _trace[index];
        }
    }

    /// <summary>
    /// The events between two indices that need not come after the first, then <paramref name="later"/>.
    /// </summary>
    internal void Reverse(Trace trace, Clocks clocks, int race, int end, in Event later)
    {
        _trace = trace;
        _last = later;
        if (later.Varies) Widen(race, end);
        _last.TouchesWithout(trace[race]);
        for (var i = race; i < end && _last.Looks; i++)
        {
            if (clocks.IsOrdered(trace, race, i)) _last.UsesWithout(trace[i]);
        }
        _indices.Clear();
        for (var i = race + 1; i < end; i++)
        {
            if (!clocks.IsOrdered(trace, race, i)) _indices.Add(i);
        }
        _indices.Add(Last);
    }

    /// <summary>The last may come before those that it came after: it may touch what they do.</summary>
    private void Widen(int race, int end)
    {
        for (var i = race; i < end; i++)
        {
            ref var e = ref _trace[i];
            if (e.Operation == _last.Operation && e.Previous == _last.Previous) return;
            _last.TouchesWhat(e);
        }
    }

    /// <summary>
    /// Whether the sequence, maybe with more events after it, can begin with the operation of
    /// <paramref name="step"/>: a weak initial (Abdulla et al., JACM 2017, definition 3.3).
    /// </summary>
    /// <param name="step">The operation's next event at the point where the sequence begins.</param>
    internal bool HasWeakInitial(in Event step)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Operation == step.Operation) return IsIndependent(i, this[i]);
        }
        return IsIndependent(Count, step);
    }

    /// <summary>Takes out the first event of an operation, if it has one.</summary>
    internal void Remove(Operation operation)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Operation != operation) continue;
            _indices.RemoveAt(i);
            return;
        }
    }

    /// <summary>Whether an event depends on none of the first ones.</summary>
    private bool IsIndependent(int count, in Event step)
    {
        for (var i = 0; i < count; i++)
        {
            if (Event.Dependent(this[i], step)) return false;
        }
        return true;
    }
}
