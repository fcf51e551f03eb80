using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Children that are attached to the task that makes them: it is complete only when they are, and
/// takes over their exceptions. The real tasks do so by themselves; the explorer has to know when.
/// </summary>
/// <remarks>Task.cs of the runtime: AddNewChild, Finish and ProcessChildCompletion.</remarks>
internal static class Attached
{
    /// <summary>The task whose delegate runs on this thread, for the runtime: the parent.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "t_currentTask")]
    internal static extern ref Task? Current(Task? type);

    /// <summary>
    /// Runs a continuation inside a task's delegate that it is no part of: tasks that it makes are not
    /// attached there (AwaitTaskContinuation.RunOrScheduleAction).
    /// </summary>
    internal static void Apart(Action action)
    {
        ref var current = ref Current(null);
        var outer = current;
        current = null;
        action();
        current = outer;
    }

    /// <summary>Keeps a task that was made just now as its parent's child, if it is attached.</summary>
    internal static void Note(Operation operation, Task child, Completion completion)
    {
        if (!child.CreationOptions.HasFlag(TaskCreationOptions.AttachedToParent)
            || Current(null) is not { } parent
            || parent.CreationOptions.HasFlag(TaskCreationOptions.DenyChildAttach)) return;
        if (operation.Execution.Models.GetValueOrDefault(parent) is Completion known)
            known.Children.Add(completion);
    }

    /// <summary>
    /// The operation whose end completes a task has run its delegate: it waits for the children.
    /// </summary>
    internal static void WaitFor(Operation operation, Completion parent)
    {
        if (parent.Children.Count == 0) return;
        Begin(operation, parent);
        // For the runtime, the last child completes the parent: no thread waits for that.
        operation.Execution.Pool?.Return(operation);
        Tasks.Wait(operation, All(operation, parent), Timeout.Infinite, parent.Site);
        Observe(parent);
    }

    /// <summary>
    /// The same where an operation that has more to do has run the delegate: the last child
    /// completes the task.
    /// </summary>
    /// <returns>False if there are no children.</returns>
    internal static bool IsLeftToChildren(Operation operation, Completion? parent)
    {
        if (parent is null or { Children.Count: 0 }) return false;
        Begin(operation, parent);
        Callback.Start(operation, All(operation, parent), () =>
        {
            Observe(parent);
            parent.Complete(Hooks.Hook.Current!, parent.Site, () => parent.CompletedAt < 0);
        }, false, true, null, parent.Site, runsHereIf: static () => true);
        return true;
    }

    /// <summary>An event, because the parent's status is another from here on.</summary>
    private static void Begin(Operation operation, Completion parent)
    {
        if (operation.Execution.IsOver) throw new Unwinding();
        Primitive.Write(operation, parent.Location, EventKind.Suspend, releases: true, parent.Site);
        parent.WaitsForChildren = true;
    }

    private static Completion All(Operation operation, Completion parent) => Completion.AllOf(
        operation, new object(), [.. parent.Children], static () => { }, parent.Site);

    /// <summary>Their failures are the parent's now.</summary>
    private static void Observe(Completion parent)
    {
        foreach (var child in parent.Children) child.IsObserved = true;
    }
}
