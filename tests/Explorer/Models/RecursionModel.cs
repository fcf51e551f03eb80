using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A stack that is full, told before the runtime ends the process for it.</summary>
internal static class RecursionModel
{
    /// <summary>For the calls that follow: what .NET itself takes to be enough for most.</summary>
    private const int Reserve = 128 * 1024;

    internal static Exception Stop(Operation operation, string site) =>
        operation.Execution.Stop(new(FailureKind.EndlessRecursion, operation,
            $"{Site.Parse(site).Member} calls itself until the stack is full", null, site));

    internal static unsafe void EnsureRoom(Operation operation, nuint bytes, string site)
    {
        var here = 0;
        var used = operation.Worker!.StackBase - (nint)(&here);
        var room = Worker.StackBytes - Reserve - used;
        if (room > 0 && bytes <= (nuint)room) return;
        throw operation.Execution.Stop(new(FailureKind.StackFull, operation,
            FormattableString.Invariant($"there is no room for {bytes:N0} bytes"), null, site));
    }
}
