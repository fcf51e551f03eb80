using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Failures of tasks that somebody has to look at.</summary>
internal static class Faulted
{
    /// <summary>A task has failed: kept until somebody looks at it.</summary>
    internal static void Note(Task task, string site)
    {
        if (Hook.Current is not { } operation || !task.IsFaulted) return;
        if (!operation.Execution.Models.ContainsKey(task)) Completion.Done(operation, task, site);
    }

    /// <summary>Somebody has looked at it.</summary>
    internal static void Observe(Operation operation, Task task)
    {
        if (operation.Execution.Models.TryGetValue(task, out var known)) ((Completion)known).IsObserved = true;
    }

    /// <summary>An exception leaves an async void method: outside a test, the process ends.</summary>
    internal static void Escapes(Operation operation, Exception exception) =>
        operation.Execution.Escaped(new(
            FailureKind.AsyncVoid, operation, Faults.Message(operation, exception), exception, null));
}
