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

    /// <summary>What ends the wait before its time.</summary>
    internal CancellationToken Token { get; init; }

    /// <summary>Whether the token counts for more than the condition when the wait begins.</summary>
    internal bool LooksAtTokenFirst { get; init; }

    /// <summary>
    /// What the exception names if the object has been disposed of when the wait begins; without it,
    /// the object can't be disposed of, or doesn't mind.
    /// </summary>
    internal string? DisposedAs { get; init; }

    /// <summary>The objects whose disposal counts.</summary>
    internal Location[] Disposables { get; init; } = [Location];

    /// <summary>Waits, with a limit in milliseconds; -1 is none.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <returns>
    /// Whether the condition holds: then the event has happened, and the caller changes the state.
    /// </returns>
    internal bool Within(Operation operation, int limit)
    {
        if (Cancellation.Of(operation, Token) is { } source && operation.Unscheduled == 0)
            return Within(operation, limit, source);
        if (LooksAtTokenFirst || !Condition.Holds(operation.Execution.Now)) Token.ThrowIfCancellationRequested();
        if (limit < 0 && !BeginsByItself(operation.Execution))
        {
            Announce(operation, DisposedAs is null ? Condition : new OrDisposed(Condition, Disposables), []);
            operation.Execution.Perform(operation);
            if (operation.Unscheduled == 0) BeganBefore(operation.Execution);
            ThrowIfDisposed(operation);
            return true;
        }
        // What is there at once needs no clock.
        Announce(operation, null, []);
        operation.Execution.Perform(operation);
        ThrowIfDisposed(operation);
        if (Happened(operation)) return true;
        return limit < 0 ? WithoutLimit(operation) : limit > 0 && UntilAlarm(operation, limit);
    }

    private bool WithoutLimit(Operation operation)
    {
        Announce(operation, Condition, []);
        operation.Execution.Perform(operation);
        return true;
    }

    /// <summary>
    /// A wait that had begun before the disposal is not ended by it. Its beginning is an event only if
    /// the exploration has seen a wait that could not have ended otherwise.
    /// </summary>
    private bool BeginsByItself(Execution execution) =>
        DisposedAs is not null && Array.Exists(Disposables, d => execution.Insight.SeesWaits(d.Name));

    /// <summary>Only the disposal has let it happen: had it begun before, it would still wait.</summary>
    private void BeganBefore(Execution execution)
    {
        if (Disposed is { } disposed && !Condition.Holds(execution.Now))
            throw execution.Learns(insight => insight.HasSeenWaits(disposed.Name));
    }

    /// <summary>The check when a wait begins.</summary>
    private void ThrowIfDisposed(Operation operation)
    {
        if (Disposed is not null) throw Disposal.In(operation, DisposedAs);
    }

    private Location? Disposed =>
        DisposedAs is null ? null : Array.Find(Disposables, d => d.IsDisposed);

    /// <summary>Waits without looking first, as one who has looked already.</summary>
    /// <inheritdoc cref="Within(Operation, int)"/>
    internal bool UntilAlarm(Operation operation, int limit)
    {
        var execution = operation.Execution;
        var location = Pause.Begin(operation, limit, Location, Site);
        Announce(operation, new OrState(Condition, location, Alarm.Fired), [new(location, AccessMode.Write)]);
        execution.Perform(operation);
        if (location.State == Alarm.Set) location.State = Alarm.Withdrawn;
        return Happened(operation);
    }

    private bool Within(Operation operation, int limit, Cancellation source)
    {
        var token = new Access(source.Location, AccessMode.Read);
        if (LooksAtTokenFirst || limit == 0)
        {
            Announce(operation, null, [token]);
            operation.Execution.Perform(operation);
            ThrowIfDisposed(operation);
            var wasRequested = source.IsRequested;
            if (LooksAtTokenFirst && wasRequested) throw Cancelled(operation, source);
            if (Happened(operation)) return true;
            if (limit == 0) return wasRequested ? throw Cancelled(operation, source) : false;
        }
        var orCancelled = new OrState(Condition, source.Location, Cancellation.Requested);
        var alarm = limit < 0 ? null : Pause.Begin(operation, limit, Location, Site);
        if (alarm is null) Announce(operation, orCancelled, [token]);
        else Announce(operation, new OrState(orCancelled, alarm, Alarm.Fired),
            [token, new(alarm, AccessMode.Write)]);
        operation.Execution.Perform(operation);
        if (alarm is { State: Alarm.Set }) alarm.State = Alarm.Withdrawn;
        if (Happened(operation)) return true;
        return source.IsRequested ? throw Cancelled(operation, source) : false;
    }

    /// <summary>Whoever sees a cancellation sees what was done before it.</summary>
    private static OperationCanceledException Cancelled(Operation operation, Cancellation source)
    {
        ref var performed = ref operation.Execution.Trace[operation.LastEvent];
        performed.Acquires = performed.Releases = false;
        performed.Sources = [source.Location];
        performed.Value = InVain;
        return new(source.Token);
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
        if (happened) return true;
        performed.Value = InVain;
        LoopWaits.Failed(operation);
        return false;
    }

    /// <summary>Something is there, or the wait is over for another reason: time, a token.</summary>
    private sealed class OrState(ICondition condition, Location other, long state) : ICondition
    {
        public bool Holds(States states) => states.Of(other) == state || condition.Holds(states);
    }
}
