using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks that begin when another is complete.</summary>
internal static class Continued
{
    private const TaskContinuationOptions Conditions = TaskContinuationOptions.NotOnCanceled
        | TaskContinuationOptions.NotOnFaulted | TaskContinuationOptions.NotOnRanToCompletion;

    /// <param name="next">Made, not started.</param>
    internal static TTask With<TTask>(
        Operation operation, Task first, TTask next, TaskContinuationOptions options,
        TaskScheduler scheduler, string site) where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(first);
        if (scheduler != TaskScheduler.Default || (options & Conditions) != 0)
        {
            throw operation.Execution.Refuse("ContinueWith with a condition or a scheduler",
                "use await, and try and catch", site);
        }
        if (next.IsCompleted) return next;
        var completion = Completion.OfWork(operation, next, site);
        Callback.Start(operation, Completion.Of(operation, first, site),
            () => Started.Run(next), false,
            options.HasFlag(TaskContinuationOptions.ExecuteSynchronously), completion, site);
        return next;
    }
}
