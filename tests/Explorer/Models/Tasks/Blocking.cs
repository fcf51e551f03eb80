using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Blocking until all of several tasks are complete, or the first.</summary>
internal static class Blocking
{
    internal static bool All(Operation operation, Task[] tasks, int limit, string site,
        CancellationToken cancellation = default)
    {
        if (Combined.Parts(operation, tasks, site) is { } parts)
        {
            // From the last to the first, as Task.WaitAll does.
            for (var i = parts.Length - 1; i >= 0 && limit < 0 && !cancellation.CanBeCanceled; i--)
            {
                if (parts[i].Carrier is Task task)
                    Inlining.TryRun(operation, task, parts[i], site);
            }
            var all = Completion.AllOf(operation, new object(), parts, static () => { }, site);
            if (!Tasks.Wait(operation, all, limit, site, cancellation)) return false;
        }
        foreach (var task in tasks) Faulted.Observe(operation, task);
        return Task.WaitAll(tasks, Timeout.Infinite);
    }

    internal static int Any(Operation operation, Task[] tasks, int limit, string site,
        CancellationToken cancellation = default)
    {
        if (tasks.Length == 0 || tasks.Contains(null)) return Task.WaitAny(tasks);
        var any = Combined.Any(operation, tasks, site);
        if (!Tasks.Wait(operation, any, limit, site, cancellation)) return -1;
        return Array.IndexOf(tasks, any.Result);
    }

    /// <summary>The result of what the explorer itself awaits.</summary>
    internal static T On<T>(Operation operation, ValueTask<T> value, string site)
    {
        var awaiter = new ExploredAwaiter<T>(value, ConfigureAwaitOptions.None, site);
        if (!awaiter.HasEnded) Until(operation, awaiter.OnCompleted, site);
        return awaiter.GetResult();
    }

    internal static void On(Operation operation, ValueTask value, string site)
    {
        var awaiter = new ExploredAwaiter(value, ConfigureAwaitOptions.None, site);
        if (!awaiter.HasEnded) Until(operation, awaiter.OnCompleted, site);
        awaiter.GetResult();
    }

    private static void Until(Operation operation, Action<Action> whenCompleted, string site)
    {
        var called = Completion.New(operation, new object(), false, site);
        whenCompleted(() => called.Complete(Hooks.Hook.Current!, site, static () => true));
        Tasks.Wait(operation, called, Timeout.Infinite, site);
    }
}
