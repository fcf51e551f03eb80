using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Blocking until all of several tasks are complete, or the first.</summary>
internal static class Blocking
{
    internal static bool All(Operation operation, Task[] tasks, int limit, string site)
    {
        if (Combined.Parts(operation, tasks, site) is { } parts)
        {
            var all = Completion.AllOf(operation, new object(), parts, static () => { }, site);
            if (!Tasks.Wait(operation, all, limit, site)) return false;
        }
        foreach (var task in tasks) Faulted.Observe(operation, task);
        return Task.WaitAll(tasks, Timeout.Infinite);
    }

    internal static int Any(Operation operation, Task[] tasks, int limit, string site)
    {
        if (tasks.Length == 0 || tasks.Contains(null)) return Task.WaitAny(tasks);
        var any = Combined.Any(operation, tasks, site);
        if (!Tasks.Wait(operation, any, limit, site)) return -1;
        return Array.IndexOf(tasks, any.Result);
    }
}
