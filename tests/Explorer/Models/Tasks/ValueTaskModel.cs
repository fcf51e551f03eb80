using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>ValueTasks: over a task, a result, or an object that is asked.</summary>
[Models(typeof(ValueTask))]
public static partial class ValueTaskModel
{
    public static ExploredAwaiter GetAwaiter(ref ValueTask task, string site) =>
        new(task, ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaitable ConfigureAwait(
        ref ValueTask task, bool continueOnCapturedContext, string site) =>
        new(new(task, TaskModel.Options(continueOnCapturedContext), site));

    public static bool get_IsCompleted(ref ValueTask task, string site) =>
        (Hook.Current is not { } operation || ValueTaskParts.Task(task) is not { } inner
            || Tasks.IsComplete(operation, inner, site))
        && task.IsCompleted;

    public static bool get_IsCompletedSuccessfully(ref ValueTask task, string site) =>
        (Hook.Current is not { } operation || ValueTaskParts.Task(task) is not { } inner
            || Tasks.IsComplete(operation, inner, site))
        && task.IsCompletedSuccessfully;

    public static bool get_IsFaulted(ref ValueTask task, string site) =>
        (Hook.Current is not { } operation || ValueTaskParts.Task(task) is not { } inner
            || Tasks.IsComplete(operation, inner, site))
        && task.IsFaulted;

    public static bool get_IsCanceled(ref ValueTask task, string site) =>
        (Hook.Current is not { } operation || ValueTaskParts.Task(task) is not { } inner
            || Tasks.IsComplete(operation, inner, site))
        && task.IsCanceled;

    public static Task AsTask(ref ValueTask task, string site)
    {
        if (Hook.Current is { } operation && !task.IsCompleted)
        {
            var inner = ValueTaskParts.Task(task) ?? throw operation.Execution.Refuse(
                "ValueTask.AsTask of an object that is asked", "await it", site);
            if (Completion.Of(operation, inner, site) is { IsForOnce: true } completion) completion.BecomesTask();
        }
        return task.AsTask();
    }

    public static ValueTask get_CompletedTask(string site) => ValueTask.CompletedTask;

    public static ValueTask<TResult> FromResult<TResult>(TResult result, string site) =>
        ValueTask.FromResult(result);

    public static ValueTask FromException(Exception exception, string site) =>
        ValueTask.FromException(exception);

    public static ValueTask<TResult> FromException<TResult>(Exception exception, string site) =>
        ValueTask.FromException<TResult>(exception);

    public static ValueTask FromCanceled(CancellationToken cancellationToken, string site) =>
        ValueTask.FromCanceled(cancellationToken);

    public static ValueTask<TResult> FromCanceled<TResult>(
        CancellationToken cancellationToken, string site) =>
        ValueTask.FromCanceled<TResult>(cancellationToken);
}
