using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a ValueTask is made of; no public member tells it without using it up.</summary>
internal static class ValueTaskParts
{
    /// <summary>
    /// Before the result is taken. Where .NET has no task behind it, it is there once, and nobody can
    /// block for it.
    /// </summary>
    internal static void Take(Operation operation, Task task, bool wasAsked, string site)
    {
        if (Completion.Of(operation, task, site) is not { IsForOnce: true } once)
        {
            if (!wasAsked) Tasks.Wait(operation, task, site);
            return;
        }
        if (once.WasTaken || !wasAsked && !Tasks.IsComplete(operation, once, site))
            throw new InvalidOperationException(
                "Operation is not valid due to the current state of the object.");
        once.WasTaken = true;
    }

    /// <summary>Null where there is none: a result, or an object that is asked.</summary>
    internal static Task? Task(ValueTask value) => Source(ref value) as Task;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref readonly object? Source(ref ValueTask value);
}

/// <summary>The same with a result.</summary>
internal static class ValueTaskParts<T>
{
    internal static Task<T>? Task(ValueTask<T> value) => Source(ref value) as Task<T>;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref readonly object? Source(ref ValueTask<T> value);
}
