using System.Reflection;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Runs an asynchronous delegate to its end, on the operation that calls.</summary>
public static class AsyncBody
{
    /// <summary>Runs the body of an exploration; its exception is thrown.</summary>
    public static void Run(Func<Task> body) => Run(body.Method, body);

    /// <param name="method">The method that the body calls, and does nothing else.</param>
    public static void Run(MethodInfo method, Func<Task> body)
    {
        var task = ToItsEnd(method, body);
        if (task is not null) task.GetAwaiter().GetResult();
    }

    internal static TTask? ToItsEnd<TTask>(Func<TTask> body) where TTask : Task =>
        ToItsEnd(body.Method, body);

    /// <returns>The delegate's task, complete.</returns>
    private static TTask? ToItsEnd<TTask>(MethodInfo method, Func<TTask> body) where TTask : Task
    {
        var operation = Hook.Current!;
        operation.Root = null;
        operation.RootMachine = AsyncCall.MachineOf(method);
        var task = body();
        operation.RootMachine = null;
        if (task is null) return null;
        if (operation.Root is { } root) root.DriveRoot();
        else Tasks.Wait(operation, task, "");
        Faulted.Observe(operation, task);
        return task;
    }
}
