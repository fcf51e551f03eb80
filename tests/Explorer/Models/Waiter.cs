using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>An operation inside <see cref="Monitor.Wait(object)"/>.</summary>
internal sealed class Waiter(Operation operation, string site)
{
    /// <summary>
    /// A state of <see cref="Location"/>, which is also that of the alarm where there is a limit:
    /// the pulse withdraws it.
    /// </summary>
    internal const long Pulsed = Alarm.Withdrawn;

    internal Operation Operation => operation;

    /// <summary>Where it began to wait.</summary>
    internal string Site => site;

    /// <summary>Its own, so that waking one touches nobody else who waits.</summary>
    internal Location Location { get; private set; } = null!;

    internal static Waiter Of(Operation operation, string site)
    {
        var waiter = new Waiter(operation, site);
        waiter.Location = operation.Execution.Memory.OfNew(waiter, LocationName.Model, operation);
        return waiter;
    }

    /// <summary>Whether the operation that announced this wake-up only needs the lock any more.</summary>
    internal static bool IsPulsed(in Event wake) => wake.More![0].Location.State >= Pulsed;

    /// <summary>The lock is free, and somebody has pulsed or time is up.</summary>
    internal sealed class CanReturn(Location monitor, Location own) : ICondition
    {
        public bool Holds(States states) => states.Of(monitor) == 0 && states.Of(own) >= Pulsed;
    }
}
