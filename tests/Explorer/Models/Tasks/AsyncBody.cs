using System.Reflection;
using Interleavings.Hooks;
using Interleavings.Scheduling;

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

    /// <param name="promised">Completed, by <paramref name="follow"/>, where another ends the task.</param>
    internal static TTask? ToItsEnd<TTask>(
        Func<TTask> body, Completion promised, Action<Operation, TTask> follow) where TTask : Task =>
        ToItsEnd(body.Method, body, promised, follow);

    /// <returns>The delegate's task, complete.</returns>
    internal static TTask? ToItsEnd<TTask>(MethodInfo method, Func<TTask> body,
        Completion? promised = null, Action<Operation, TTask>? follow = null) where TTask : Task
    {
        var operation = Hook.Current!;
        operation.Root = null;
        operation.RootMachine = AsyncCall.MachineOf(method);
        var task = body();
        operation.RootMachine = null;
        if (task is null) return null;
        if (operation.Root is { } root)
        {
            if (follow is not null) (root.Promised, root.Follow) = (promised, by => follow(by, task));
            root.DriveRoot();
        }
        else
        {
            // Whoever the delegate has left its task to goes on by itself: no thread waits for it.
            operation.Execution.Pool?.Return(operation);
            Tasks.Wait(operation, task, "");
        }
        Faulted.Observe(operation, task);
        return task;
    }
}
