using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A stack that is full, told before the runtime ends the process for it.</summary>
internal static class RecursionModel
{
    internal static bool HasRoom(Operation operation) => Room(operation) > 0;

    internal static Exception Stop(Operation operation, string site) =>
        operation.Execution.Stop(new(FailureKind.EndlessRecursion, operation,
            $"{Site.Parse(site).Member} calls itself until the stack is full", null, site));

    internal static void EnsureRoom(Operation operation, nuint bytes, string site)
    {
        var room = Room(operation);
        if (room > 0 && bytes <= (nuint)room) return;
        throw operation.Execution.Stop(new(FailureKind.StackFull, operation,
            FormattableString.Invariant($"there is no room for {bytes:N0} bytes more"), null, site));
    }

    private static unsafe nint Room(Operation operation)
    {
        var here = 0;
        return Worker.UsableBytes - (operation.Worker!.StackBase - (nint)(&here));
    }
}
