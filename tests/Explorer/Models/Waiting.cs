using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What an operation waits for: an event that happens once its condition holds.</summary>
/// <param name="Mode">How getting it uses the location.</param>
internal sealed record Waiting(
    EventKind Kind, Location Location, AccessMode Mode, ICondition Condition, string Site)
{
    /// <summary>The value of an attempt that did not get what it was after.</summary>
    internal const string InVain = "not yet";

    internal Access[] More { get; init; } = [];

    internal bool Releases { get; init; }

    /// <summary>Waits, with a limit in milliseconds; -1 is none.</summary>
    /// <returns>
    /// Whether the condition holds: then the event has happened, and the caller changes the state.
    /// </returns>
    internal bool Within(Operation operation, int limit)
    {
        if (limit < 0)
        {
            Announce(operation, Condition, []);
            operation.Execution.Perform(operation);
            return true;
        }
        // What is there at once needs no clock.
        Announce(operation, null, []);
        operation.Execution.Perform(operation);
        return Happened(operation) || (limit > 0 && WithAlarm(operation, limit));
    }

    private bool WithAlarm(Operation operation, int limit)
    {
        var execution = operation.Execution;
        var location = Pause.Begin(operation, limit, Location, Site);
        Announce(operation, new OrTimeOut(Condition, location), [new(location, AccessMode.Write)]);
        execution.Perform(operation);
        if (location.State == Alarm.Set) location.State = Alarm.Withdrawn;
        return Happened(operation);
    }

    private void Announce(Operation operation, ICondition? condition, Access[] also)
    {
        Execution.Announce(operation, Kind, Site);
        ref var next = ref operation.Next;
        next.Location = Location;
        next.Mode = Mode;
        next.More = More.Length + also.Length == 0 ? null : [.. More, .. also];
        next.Guard = condition is null ? Guard.None : Guard.Custom;
        next.Condition = condition;
        next.Acquires = true;
        next.Releases = Releases;
    }

    /// <summary>An attempt that fails gives no order: as with a lock that is tried.</summary>
    private bool Happened(Operation operation)
    {
        var execution = operation.Execution;
        var happened = Condition.Holds(execution.Now);
        // In a static initialiser nothing is put into the trace.
        if (operation.Unscheduled > 0) return happened;
        ref var performed = ref execution.Trace[execution.Trace.Count - 1];
        performed.Acquires = happened;
        performed.Releases = happened && Releases;
        if (!happened) performed.Value = InVain;
        return happened;
    }

    /// <summary>Looks at the first location's own state, or at whether time is up.</summary>
    private sealed class OrTimeOut(ICondition condition, Location alarm) : ICondition
    {
        public bool Holds(States states) =>
            states.Of(alarm) == Alarm.Fired || condition.Holds(states);
    }
}
