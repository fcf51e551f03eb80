using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What continues several tasks.</summary>
internal static class ContinuedSeveral
{
    /// <summary>When all of them are complete, however they ended: who continues looks at them.</summary>
    internal static TNext All<TTask, TNext>(Operation operation, TTask[] tasks,
        Func<Task, TTask[], TaskContinuationOptions, TaskScheduler, TNext> make,
        TaskContinuationOptions options, TaskScheduler scheduler, string site)
        where TTask : Task where TNext : Task
    {
        var copy = Checked(operation, tasks, options, site);
        var all = Combined.Settled(operation, copy, site);
        return Continued.With(operation, all,
            (gate, how, on) => make(gate, copy, how, on), options, scheduler, site);
    }

    /// <summary>When the first of them is complete.</summary>
    internal static TNext Any<TTask, TNext>(Operation operation, TTask[] tasks,
        Func<Task, Task<TTask>, TaskContinuationOptions, TaskScheduler, TNext> make,
        TaskContinuationOptions options, TaskScheduler scheduler, string site)
        where TTask : Task where TNext : Task
    {
        var any = Combined.Any(operation, Checked(operation, tasks, options, site), site);
        return Continued.With(operation, any,
            (gate, how, on) => make(gate, any, how, on), options, scheduler, site);
    }

    /// <summary>As <c>TaskFactory.CheckMultiTaskContinuationOptions</c> and its neighbors do.</summary>
    private static TTask[] Checked<TTask>(
        Operation operation, TTask[] tasks, TaskContinuationOptions options, string site)
        where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(tasks);
        const TaskContinuationOptions conditions = TaskContinuationOptions.NotOnCanceled
            | TaskContinuationOptions.NotOnFaulted | TaskContinuationOptions.NotOnRanToCompletion;
        if ((options & conditions) != 0)
            throw new ArgumentOutOfRangeException("continuationOptions");
        var copy = SequenceModel.Copy(operation, tasks, site);
        return copy.Length > 0 && !copy.Contains(null) ? copy
            : throw new ArgumentException("There is no task, or one is null.", nameof(tasks));
    }
}
