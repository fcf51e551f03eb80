using System.Runtime.InteropServices;
using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Questions about a sequence of events that isn't performed yet.</summary>
internal static class Sequences
{
    /// <summary>
    /// Whether the sequence, maybe with more events after it, can begin with the operation of
    /// <paramref name="step"/>: a weak initial (Abdulla et al., JACM 2017, definition 3.3).
    /// </summary>
    /// <param name="step">The operation's next event at the point where the sequence begins.</param>
    internal static bool IsWeakInitial(List<Event> sequence, in Event step)
    {
        var events = CollectionsMarshal.AsSpan(sequence);
        for (var i = 0; i < events.Length; i++)
        {
            if (events[i].Operation != step.Operation) continue;
            return IsIndependent(events[..i], events[i]);
        }
        return IsIndependent(events, step);
    }

    /// <summary>Takes out the first event of an operation, if it has one.</summary>
    internal static void Remove(List<Event> sequence, Operation operation)
    {
        var index = sequence.FindIndex(e => e.Operation == operation);
        if (index >= 0) sequence.RemoveAt(index);
    }

    private static bool IsIndependent(ReadOnlySpan<Event> events, in Event step)
    {
        foreach (ref readonly var e in events)
        {
            if (Event.Dependent(e, step)) return false;
        }
        return true;
    }
}
