using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A task that a call completes: who waits runs inside that call, unless asked otherwise.</summary>
[Models(typeof(TaskCompletionSource<>))]
public static partial class TaskCompletionSourceOfTModel
{
    public static TaskCompletionSource<TResult> New<TResult>(string site)
    {
        var source = new TaskCompletionSource<TResult>();
        Sources.Note(source.Task, site);
        return source;
    }

    public static TaskCompletionSource<TResult> New<TResult>(object? state, string site)
    {
        var source = new TaskCompletionSource<TResult>(state);
        Sources.Note(source.Task, site);
        return source;
    }

    public static TaskCompletionSource<TResult> New<TResult>(TaskCreationOptions creationOptions,
        string site)
    {
        var source = new TaskCompletionSource<TResult>(creationOptions);
        Sources.Note(source.Task, site);
        return source;
    }

    public static TaskCompletionSource<TResult> New<TResult>(object? state,
        TaskCreationOptions creationOptions, string site)
    {
        var source = new TaskCompletionSource<TResult>(state, creationOptions);
        Sources.Note(source.Task, site);
        return source;
    }

    public static Task<TResult> get_Task<TResult>(TaskCompletionSource<TResult> source,
        string site) => source.Task;

    public static void SetResult<TResult>(TaskCompletionSource<TResult> source, TResult result,
        string site)
    {
        if (!TrySetResult(source, result, site)) source.SetResult(result);
    }

    public static bool TrySetResult<TResult>(TaskCompletionSource<TResult> source, TResult result,
        string site) =>
        Sources.Complete(source.Task, () => source.TrySetResult(result), site);

    public static void SetException<TResult>(TaskCompletionSource<TResult> source,
        Exception exception, string site)
    {
        if (!TrySetException(source, exception, site)) source.SetException(exception);
    }

    public static bool TrySetException<TResult>(TaskCompletionSource<TResult> source,
        Exception exception, string site) =>
        Sources.Complete(source.Task, () => source.TrySetException(exception), site);

    public static void SetException<TResult>(TaskCompletionSource<TResult> source,
        IEnumerable<Exception> exceptions, string site)
    {
        if (!TrySetException(source, exceptions, site)) source.SetException(exceptions);
    }

    public static bool TrySetException<TResult>(TaskCompletionSource<TResult> source,
        IEnumerable<Exception> exceptions, string site) =>
        Sources.Complete(source.Task, () => source.TrySetException(exceptions), site);

    public static void SetCanceled<TResult>(TaskCompletionSource<TResult> source,
        CancellationToken cancellationToken, string site)
    {
        if (!TrySetCanceled(source, cancellationToken, site)) source.SetCanceled(cancellationToken);
    }

    public static bool TrySetCanceled<TResult>(TaskCompletionSource<TResult> source,
        CancellationToken cancellationToken, string site) =>
        Sources.Complete(source.Task, () => source.TrySetCanceled(cancellationToken), site);

    public static void SetCanceled<TResult>(TaskCompletionSource<TResult> source, string site)
    {
        if (!TrySetCanceled(source, site)) source.SetCanceled();
    }

    public static bool TrySetCanceled<TResult>(TaskCompletionSource<TResult> source, string site) =>
        Sources.Complete(source.Task, () => source.TrySetCanceled(), site);

    public static void SetFromTask<TResult>(TaskCompletionSource<TResult> source,
        Task<TResult> completedTask, string site)
    {
        if (!TrySetFromTask(source, completedTask, site)) source.SetFromTask(completedTask);
    }

    public static bool TrySetFromTask<TResult>(TaskCompletionSource<TResult> source,
        Task<TResult> completedTask, string site) =>
        Sources.Complete(source.Task, () => source.TrySetFromTask(completedTask), site);
}
