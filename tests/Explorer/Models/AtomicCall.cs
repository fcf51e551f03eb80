using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// One call of an object that guards itself: one event on the object as a whole, then the real
/// call, during which nothing else is scheduled. So what the object calls in turn (a comparer, a
/// key's hash code) can't hand over to somebody who would wait for a lock inside the object.
/// </summary>
internal readonly ref struct AtomicCall
{
    private readonly Operation? _operation;

    private AtomicCall(Operation operation)
    {
        _operation = operation;
    }

    /// <summary>A call that only looks. Outside an execution, and for null, nothing but the call.</summary>
    internal static AtomicCall Read(object? target, string site)
    {
        if (target is null || Hook.Current is not { IsObserved: true } operation) return default;
        Perform(operation, At(operation, target), EventKind.AtomicRead, site);
        return Begin(operation, At(operation, target));
    }

    /// <summary>A call that may change the object.</summary>
    internal static AtomicCall Write(object? target, string site)
    {
        if (target is null || Hook.Current is not { IsObserved: true } operation) return default;
        Perform(operation, At(operation, target), EventKind.AtomicWrite, site);
        return Begin(operation, At(operation, target));
    }

    internal static Location At(Operation operation, object target) =>
        operation.Execution.Memory.Of(target, LocationName.Whole, operation);

    internal static void Perform(
        Operation operation, Location location, EventKind kind, string site)
    {
        if (location.IsWrapped) throw BlockingCollectionModel.Below(operation, site);
        Announce(operation, location, kind, site);
        operation.Execution.Perform(operation);
    }

    /// <summary>The call came to nothing: it only looked.</summary>
    internal void Failed()
    {
        if (_operation is not { Trial: null } operation) return;
        var trace = operation.Execution.Trace;
        trace[trace.Count - 1].Releases = false;
        LoopWaits.Failed(operation);
    }

    /// <summary>What was taken, added or found, for the reader.</summary>
    internal void Shows<T>(T value)
    {
        if (_operation is { Execution.RecordsValues: true } operation)
            VariableModel.Show(operation, value);
    }

    /// <summary>From here on, what the operation does is scheduled again.</summary>
    internal void Dispose()
    {
        if (_operation is { } operation) operation.Unscheduled--;
    }

    private static void Announce(
        Operation operation, Location location, EventKind kind, string site)
    {
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = kind == EventKind.AtomicRead ? AccessMode.Read : AccessMode.Write;
        next.Acquires = true;
        next.Releases = next.Mode == AccessMode.Write;
    }

    /// <summary>After an event of its own kind.</summary>
    internal static AtomicCall Begin(Operation operation, Location location)
    {
        operation.Unscheduled++;
        return new(operation);
    }
}
