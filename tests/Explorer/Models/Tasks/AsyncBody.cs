using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Runs an asynchronous delegate to its end, on the operation that calls.</summary>
public static class AsyncBody
{
    /// <summary>Runs the body of an exploration; its exception is thrown.</summary>
    public static void Run(Func<Task> body)
    {
        var task = ToItsEnd(body);
        if (task is not null) task.GetAwaiter().GetResult();
    }

    /// <returns>The delegate's task, complete.</returns>
    internal static TTask? ToItsEnd<TTask>(Func<TTask> body) where TTask : Task
    {
        var operation = Hook.Current!;
        operation.RootMachine = AsyncCall.MachineOf(body.Method);
        var task = body();
        operation.RootMachine = null;
        if (task is null) return null;
        if (operation.Root is { } root) root.DriveRoot();
        else Tasks.Wait(operation, task, "");
        Faulted.Observe(operation, task);
        return task;
    }
}
