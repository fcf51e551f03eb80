using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Events that a semaphore, an event and a countdown have in common.</summary>
internal static class Primitive
{
    internal static Location At(Operation operation, object target) =>
        operation.Execution.Memory.Of(target, LocationName.Model, operation);

    internal static void Write(
        Operation operation, Location location, EventKind kind, bool releases, string site,
        AccessMode mode = AccessMode.Write)
    {
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = mode;
        next.Releases = releases;
        operation.Execution.Perform(operation);
    }

    internal static long Read(Operation operation, Location location, string site)
    {
        Execution.Announce(operation, EventKind.Check, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        operation.Execution.Perform(operation);
        return location.State;
    }
}
