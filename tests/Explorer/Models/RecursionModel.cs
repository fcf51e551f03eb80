using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A stack that is full, told before the runtime ends the process for it.</summary>
internal static class RecursionModel
{
    internal static Exception Stop(Operation operation, string site) =>
        operation.Execution.Stop(new(FailureKind.EndlessRecursion, operation,
            $"{Site.Parse(site).Member} calls itself until the stack is full", null, site));
}
