using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>ValueTasks: over a task, a result, or an object that is asked.</summary>
[Models(typeof(ValueTask<>))]
public static partial class ValueTaskOfTModel
{
    public static ExploredAwaiter<TResult> GetAwaiter<TResult>(ref ValueTask<TResult> task,
        string site) =>
        new(task, ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaitable<TResult> ConfigureAwait<TResult>(
        ref ValueTask<TResult> task, bool continueOnCapturedContext, string site) =>
        new(new(task, TaskModel.Options(continueOnCapturedContext), site));

    public static bool get_IsCompleted<TResult>(ref ValueTask<TResult> task, string site) =>
        (Hook.Current is not { } operation || ValueTaskParts<TResult>.Task(task) is not { } inner
            || Tasks.IsComplete(operation, inner, site))
        && task.IsCompleted;

    public static bool get_IsCompletedSuccessfully<TResult>(ref ValueTask<TResult> task,
        string site) =>
        (Hook.Current is not { } operation || ValueTaskParts<TResult>.Task(task) is not { } inner
            || Tasks.IsComplete(operation, inner, site))
        && task.IsCompletedSuccessfully;

    public static bool get_IsFaulted<TResult>(ref ValueTask<TResult> task, string site) =>
        (Hook.Current is not { } operation || ValueTaskParts<TResult>.Task(task) is not { } inner
            || Tasks.IsComplete(operation, inner, site))
        && task.IsFaulted;

    public static bool get_IsCanceled<TResult>(ref ValueTask<TResult> task, string site) =>
        (Hook.Current is not { } operation || ValueTaskParts<TResult>.Task(task) is not { } inner
            || Tasks.IsComplete(operation, inner, site))
        && task.IsCanceled;

    public static Task<TResult> AsTask<TResult>(ref ValueTask<TResult> task, string site)
    {
        if (Hook.Current is { } operation && !task.IsCompleted)
        {
            var inner = ValueTaskParts<TResult>.Task(task) ?? throw operation.Execution.Refuse(
                "ValueTask.AsTask of an object that is asked", "await it", site);
            if (Completion.Of(operation, inner, site) is { IsForOnce: true } completion) completion.BecomesTask();
        }
        return task.AsTask();
    }

    public static TResult get_Result<TResult>(ref ValueTask<TResult> task, string site)
    {
        if (Hook.Current is { } operation && ValueTaskParts<TResult>.Task(task) is { } inner)
        {
            ValueTaskParts.Take(operation, inner, false, site);
            Faulted.Observe(operation, inner);
        }
        return task.Result;
    }
}
