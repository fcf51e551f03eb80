using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Schedulers that the program makes: their queue is their own code.</summary>
[Models(typeof(TaskScheduler))]
public static class TaskSchedulerModel
{
    public static bool TryExecuteTask(TaskScheduler scheduler, Task task, string site)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (Hook.Current is { } operation) return Schedulers.Execute(operation, scheduler, task, site);
        return Outside(scheduler, task);
    }

    public static TaskScheduler FromCurrentSynchronizationContext(string site) =>
        Hook.Current is null
        ? TaskScheduler.FromCurrentSynchronizationContext()
        : new ContextScheduler(SynchronizationContext.Current ?? throw new InvalidOperationException(
            "The current SynchronizationContext may not be used as a TaskScheduler."), site);

    public static int get_MaximumConcurrencyLevel(TaskScheduler scheduler, string site) =>
        scheduler.MaximumConcurrencyLevel;

    public static int base_get_MaximumConcurrencyLevel(TaskScheduler scheduler, string site) =>
        int.MaxValue;

    public static bool base_TryDequeue(TaskScheduler scheduler, Task task, string site) => false;

    [System.Runtime.CompilerServices.UnsafeAccessor(
        System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "TryExecuteTask")]
    private static extern bool Outside(TaskScheduler scheduler, Task task);
}

/// <summary>Runs its tasks where a context runs what is posted to it.</summary>
internal sealed class ContextScheduler(SynchronizationContext context, string site) : TaskScheduler
{
    public override int MaximumConcurrencyLevel => 1;

    protected override void QueueTask(Task task) =>
        SynchronizationContextModel.Post(context, _ => TryRun(task), null, site);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        SynchronizationContext.Current == context && TryRun(task);

    protected override IEnumerable<Task>? GetScheduledTasks() => null;

    private bool TryRun(Task task) => Hook.Current is { } operation
        ? Schedulers.Execute(operation, this, task, site)
        : TryExecuteTask(task);
}
