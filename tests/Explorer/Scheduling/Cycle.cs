using System.Globalization;

namespace Interleavings.Scheduling;

/// <summary>
/// The end of a trace in which the same steps come again and again and leave all as it was: two or more
/// operations that go on so for ever. Where it begins, and how many events long it is.
/// </summary>
/// <remarks>
/// An infinite execution under a fair scheduler is how a livelock shows (Musuvathi and Qadeer, Fair
/// Stateless Model Checking, PLDI 2008, where it is told by its length). Here it is told by a state
/// that comes again: the same program counters, the same locals that a later round reads, and the same
/// values of all that the steps touch. What none of them touches can't have changed.
/// </remarks>
internal readonly record struct Cycle(int Start, int Length)
{
    private const int Longest = 256;

    /// <summary>How many events there were when they had come once.</summary>
    internal int End => Start + Length;

    /// <summary>How often the steps must have come.</summary>
    private const int Times = 4;

    /// <summary>Where an execution ends so, with values recorded; null if it doesn't.</summary>
    internal static Cycle? Of(Execution execution)
    {
        if (!execution.RecordsValues || execution.Chances.Count > 0) return null;
        var trace = execution.Trace;
        for (var length = 2; length <= Longest && length * Times <= trace.Count / 2; length++)
        {
            if (!Repeats(trace, length, length * (Times - 1))) continue;
            var cycle = new Cycle(First(trace, length), length);
            return cycle.GoesOn(execution) ? cycle : null;
        }
        return null;
    }

    private static bool Repeats(Trace trace, int length, int events)
    {
        for (var i = trace.Count - 1; i >= trace.Count - events; i--)
        {
            if (!IsSame(trace[i], trace[i - length])) return false;
        }
        return true;
    }

    /// <summary>The earliest event from which on each comes again.</summary>
    private static int First(Trace trace, int length)
    {
        var first = trace.Count - length;
        while (first > 0 && IsSame(trace[first - 1], trace[first - 1 + length])) first--;
        return first;
    }

    private static bool IsSame(in Event one, in Event other)
    {
        if (one.Operation != other.Operation || one.Kind != other.Kind || one.Mode != other.Mode
            || (object)one.Site != other.Site || one.Unchanged != other.Unchanged
            || one.Value != other.Value || one.StateBefore != other.StateBefore
            || !IsSame(one.Location, other.Location)) return false;
        var (ones, others) = (one.More ?? [], other.More ?? []);
        if (ones.Length != others.Length) return false;
        for (var i = 0; i < ones.Length; i++)
        {
            if (ones[i].Mode != others[i].Mode || !IsSame(ones[i].Location, others[i].Location)) return false;
        }
        return true;
    }

    /// <summary>Each time round may make an object of its own: a task, say.</summary>
    private static bool IsSame(Location? one, Location? other) => one == other
        || one is { Name: { Allocation: > 0 } name } && other is { Name: { Allocation: > 0 } theirs }
        && name.Creator >= 0 && name.Creator == theirs.Creator && name.Offset == theirs.Offset;

    /// <summary>Whether nothing but these steps can come, and they change nothing for good.</summary>
    private bool GoesOn(Execution execution)
    {
        var trace = execution.Trace;
        var (since, until) = (trace.Count - Length * Times, trace.Count - Length);
        var moving = new HashSet<Operation>();
        for (var i = Start; i < End; i++)
        {
            if (!IsKnown(trace[i])) return false;
            if (trace[i].Operation is { Alarm: null } operation) moving.Add(operation);
        }
        return moving.Count > 1
            && moving.All(o => o.Rounds.GoSame(since, until))
            && execution.Operations.All(o =>
                moving.Contains(o) || o.Alarm is not null || !execution.IsEnabled(o));
    }

    /// <summary>
    /// Whether its state before, and the value that is shown, are all that there is of what it changes:
    /// of a collection, they aren't, nor of a variable that may refer to another object each time.
    /// </summary>
    private static bool IsKnown(in Event e) => e.Mode == AccessMode.Read || e.Unchanged || e.Kind switch
    {
        EventKind.Acquire or EventKind.AcquireShared or EventKind.TryAcquire or EventKind.Release
            or EventKind.Permit or EventKind.Give or EventKind.Set or EventKind.Reset
            or EventKind.Sleep or EventKind.SetAlarm or EventKind.TimeOut => true,
        EventKind.Write or EventKind.VolatileWrite or EventKind.Atomic or EventKind.Exchange =>
            bool.TryParse(e.Value, out _)
            || decimal.TryParse(e.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => false,
    };
}
