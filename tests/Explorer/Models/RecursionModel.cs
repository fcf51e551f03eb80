using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Calls one inside the other, counted, and what they take from the stack: told before the runtime ends
/// the process for it.
/// </summary>
internal static class RecursionModel
{
    /// <summary>
    /// What a program may take from the stack by <c>stackalloc</c>, in all calls of an operation: a
    /// thread has 1 MB by default on Windows (learn.microsoft.com/windows/win32/procthread/thread-stack-size),
    /// more elsewhere.
    /// </summary>
    private const long MostTaken = 1 << 20;

    internal static void Enter(Operation operation, ref int frame, int weight, string site)
    {
        var calls = operation.Calls;
        calls.Enter(Address(ref frame), weight, site);
        var execution = operation.Execution;
        if (calls.Weight > execution.MostNestedCalls)
        {
            throw execution.Nested(
                operation, FormattableString.Invariant($"{calls.Count - 1:N0} calls one inside the other"));
        }
        // Calls of libraries between them aren't counted, and may be large.
        if (Room(operation) <= 0)
        {
            throw execution.Nested(operation, "calls that fill the stack");
        }
    }

    internal static void Leave(Operation operation, ref int frame) =>
        operation.Calls.Leave(Address(ref frame));

    /// <summary>The calls that the method with this frame has made are over, however they ended.</summary>
    internal static void Back(Operation operation, ref int frame) =>
        operation.Calls.Back(Address(ref frame));

    /// <summary>Before <c>stackalloc</c>.</summary>
    internal static void Take(Operation operation, nuint bytes, string site)
    {
        var calls = operation.Calls;
        if (bytes <= (nuint)(MostTaken - calls.Taken))
        {
            calls.Take((long)bytes);
            return;
        }
        throw operation.Execution.Stop(new(FailureKind.StackFull, operation,
            FormattableString.Invariant($"there is no room for {bytes:N0} bytes more"), null, site));
    }

    private static unsafe nint Room(Operation operation)
    {
        var here = 0;
        return Worker.UsableBytes - (operation.Worker!.StackBase - (nint)(&here));
    }

    private static unsafe nint Address(ref int frame) => (nint)Unsafe.AsPointer(ref frame);
}
