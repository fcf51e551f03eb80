using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>What task completion sources with and without a result have in common.</summary>
internal static class Sources
{
    internal static void Note(Task task, string site)
    {
        if (Hook.Current is not { } operation) return;
        var isLater = task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously);
        var completion = Completion.New(
            operation, task, isLater ? Resuming.Posts : Resuming.LikeTask, site);
        Attached.Note(operation, task, completion);
    }

    internal static bool Complete(Task task, Func<bool> complete, string site)
    {
        if (Hook.Current is not { } operation) return complete();
        // In a finally while unwinding: nobody is left to see it.
        if (operation.Execution.IsOver) return true;
        return Completion.Of(operation, task, site) is { } completion
            ? completion.Complete(operation, site, complete)
            : complete();
    }
}
