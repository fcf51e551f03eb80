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

    /// <summary>What the tasks of a class have for a result that derives from such a source.</summary>
    internal static Type ResultOf(Type derived)
    {
        var type = derived;
        while (!type.IsConstructedGenericType
            || type.GetGenericTypeDefinition() != typeof(TaskCompletionSource<>)) type = type.BaseType!;
        return type.GetGenericArguments()[0];
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
