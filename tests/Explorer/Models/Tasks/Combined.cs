using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks made of several.</summary>
internal static class Combined
{
    internal static Task All(Operation operation, Task[] tasks, string site)
    {
        // The real one makes the real checks, and completes at once if there is nothing to wait for.
        if (Parts(operation, tasks, site) is not { } parts) return Noted(Task.WhenAll(tasks), site);
        var source = new TaskCompletionSource();
        Completion.AllOf(operation, source.Task, parts, () =>
        {
            source.SetFromTask(Task.WhenAll(tasks));
            foreach (var task in tasks) Faulted.Observe(operation, task);
        }, site);
        return source.Task;
    }

    internal static Task<T[]> All<T>(Operation operation, Task<T>[] tasks, string site)
    {
        if (Parts(operation, tasks, site) is not { } parts) return Noted(Task.WhenAll(tasks), site);
        var source = new TaskCompletionSource<T[]>();
        Completion.AllOf(operation, source.Task, parts, () =>
        {
            source.SetFromTask(Task.WhenAll(tasks));
            foreach (var task in tasks) Faulted.Observe(operation, task);
        }, site);
        return source.Task;
    }

    /// <summary>Complete when all are; how they ended is not looked at.</summary>
    internal static Task Settled(Operation operation, Task[] tasks, string site)
    {
        if (Parts(operation, tasks, site) is not { } parts) return Task.CompletedTask;
        var source = new TaskCompletionSource();
        Completion.AllOf(operation, source.Task, parts, source.SetResult, site);
        return source.Task;
    }

    /// <summary>Which of several is complete first.</summary>
    internal static Task<TTask> Any<TTask>(Operation operation, TTask[] tasks, string site)
        where TTask : Task
    {
        if (tasks.Length == 0 || tasks.Contains(null)) return RealAny(tasks);
        Completion[] candidates = [.. tasks.Select(task => Completion.Of(operation, task, site)
            ?? Completion.Done(operation, task, site))];
        var leaves = candidates.SelectMany(c => c.Leaves).Distinct().ToArray();
        var source = new TaskCompletionSource<TTask>();
        if (leaves.Length == 0)
        {
            source.SetResult(tasks[0]);
            return source.Task;
        }
        var runsWaiters = candidates.SelectMany(c => c.Gates).Any();
        var completion = Completion.New(operation, source.Task, runsWaiters, site);
        completion.Candidates = candidates;
        completion.EndsUnseen = true;
        Execution.Announce(operation, EventKind.Check, site);
        ref var next = ref operation.Next;
        next.Location = completion.Location;
        next.Mode = AccessMode.Write;
        next.More = [.. leaves.Select(leaf => new Access(leaf, AccessMode.Read))];
        operation.Execution.Perform(operation);
        var first = new FirstOf(completion, candidates, index => source.SetResult(tasks[index]));
        if (candidates.Any(c => c.IsComplete)) first.Won(operation.Execution, completion);
        else foreach (var candidate in candidates.Distinct()) candidate.Watch(operation.Execution, first);
        return source.Task;
    }

    /// <summary>Its own task each time, for the result differs: a cached one can't be made late.</summary>
    private static Task<TTask> RealAny<TTask>(TTask[] tasks) where TTask : Task =>
        (Task<TTask>)(object)(tasks is Task[] plain && typeof(TTask) == typeof(Task)
            ? Task.WhenAny(plain) : throw new ArgumentException(
                "The tasks argument included a null value, or was empty.", "tasks"));

    /// <returns>Null if there is nothing to wait for, or something is wrong with them.</returns>
    internal static Completion[]? Parts(Operation operation, Task[] tasks, string site)
    {
        if (tasks.Contains(null)) return null;
        var parts = tasks.Select(task => Completion.Of(operation, task, site)).OfType<Completion>().ToArray();
        return parts.Length == 0 ? null : parts;
    }

    private static TTask Noted<TTask>(TTask task, string site) where TTask : Task
    {
        Faulted.Note(task, site);
        return task;
    }
}
