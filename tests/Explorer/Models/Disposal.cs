using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Use that races with disposal, by one rule for all primitives: a member asks within its own event
/// whether the object has been disposed of, so both orders are explored. A member without an event of
/// its own has one at the object's <see cref="LocationName.Life"/>, which conflicts with nothing else.
/// </summary>
internal static class Disposal
{
    /// <summary>Disposes of it: an event.</summary>
    internal static void Dispose(Operation operation, object target, Location location, string site)
    {
        // In a finally while unwinding: nobody is left to see it.
        if (operation.Execution.IsOver) return;
        Announce(operation, target, location, site);
        operation.Execution.Perform(operation);
        Happened(operation, location);
    }

    internal static void Announce(Operation operation, object target, Location location, string site)
    {
        Execution.Announce(operation, EventKind.Dispose, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Acquires = false;
        next.Releases = true;
        next.More = [new(LifeOf(operation, target), AccessMode.Write)];
    }

    /// <summary>After the event; a second disposal changes nothing.</summary>
    internal static void Happened(Operation operation, Location location)
    {
        if (!location.IsDisposed) location.DisposedAt = operation.Execution.Trace.Count - 1;
    }

    /// <summary>The check in a member that has no event of its own.</summary>
    internal static void Check(
        Operation operation, object target, Location location, string? name, string site)
    {
        if (operation.IsObserved)
        {
            Primitive.Write(operation, LifeOf(operation, target), EventKind.AtomicRead, releases: false,
                site, AccessMode.Read);
        }
        if (location.IsDisposed) throw new ObjectDisposedException(name);
    }

    /// <summary>The check in an event, once it has been performed.</summary>
    internal static void ThrowIfDisposed(Operation operation, Location location, string? name)
    {
        if (location.IsDisposed) throw In(operation, name);
    }

    /// <summary>As with every attempt that fails, it gives no order.</summary>
    internal static ObjectDisposedException In(Operation operation, string? name)
    {
        if (operation.Unscheduled == 0)
        {
            ref var performed = ref operation.Execution.Trace[operation.LastEvent];
            performed.Acquires = performed.Releases = false;
            performed.Value = Waiting.InVain;
        }
        return new(name);
    }

    private static Location LifeOf(Operation operation, object target) =>
        operation.Execution.Memory.Of(target, LocationName.Life, operation);
}

/// <summary>What is waited for is there, or one of its objects has been disposed of.</summary>
internal sealed class OrDisposed(ICondition condition, Location[] locations) : ICondition
{
    public bool Holds(States states)
    {
        foreach (var location in locations)
        {
            if (states.AreAfterDisposal(location)) return true;
        }
        return condition.Holds(states);
    }
}
