namespace Interleavings.Scheduling;

/// <summary>
/// A point of an execution at which a condition is asked: just before the event at
/// <see cref="Index"/>; or, with an order given, just before that event if it came as late as it
/// can: after all that is before <see cref="End"/> and needn't come after it. Of two events that
/// each let a third happen, either may come first: so a race with the first is asked for after the
/// second.
/// </summary>
internal readonly record struct Moment(int Index, IOrder? Order = null, int End = 0)
{
    /// <summary>The index before which the location is as it is at this moment.</summary>
    internal int At(Location location, Trace trace)
    {
        if (Order is null) return Index;
        foreach (var k in location.Events)
        {
            if (k >= End) break;
            if (k == Index || (k > Index && Order.IsOrdered(trace, Index, k))) return k;
        }
        return End;
    }
}
