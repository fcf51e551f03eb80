using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Barrier"/>: arriving is one event, being let through another. The location's state
/// is the number of the phase; nobody passes the one he arrived in before all have arrived.
/// </summary>
[Models(typeof(Barrier))]
public static class BarrierModel
{
    public static Barrier New(int participantCount, string site) => new(participantCount);

    public static void SignalAndWait(Barrier barrier, string site)
    {
        if (Hook.Current is not { } operation)
        {
            barrier.SignalAndWait();
            return;
        }
        ArgumentNullException.ThrowIfNull(barrier);
        var execution = operation.Execution;
        var location = execution.Memory.Of(barrier, LocationName.Model, operation);
        Execution.Announce(operation, EventKind.Arrive, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Acquires = next.Releases = true;
        execution.Perform(operation);

        var phase = location.State;
        var arrivals = (Arrivals)(location.Model ??= new Arrivals(barrier.ParticipantCount));
        if (++arrivals.Here == arrivals.Expected)
        {
            arrivals.Here = 0;
            location.State++;
        }

        Execution.Announce(operation, EventKind.AwaitPhase, site);
        next.Location = location;
        next.Mode = AccessMode.Read;
        next.Guard = Guard.Above;
        next.Argument = phase;
        next.Acquires = true;
        execution.Perform(operation);
    }

    public static int get_ParticipantCount(Barrier barrier, string site) => barrier.ParticipantCount;

    public static void Dispose(Barrier barrier, string site)
    {
        if (Hook.Current is null) barrier.Dispose();
    }

    /// <summary>Who is at the barrier in the present phase.</summary>
    internal sealed class Arrivals(int expected)
    {
        internal int Expected => expected;

        internal int Here { get; set; }
    }
}
