using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A task that a call completes: who waits runs inside that call, unless asked otherwise.</summary>
[Models(typeof(TaskCompletionSource))]
public static partial class TaskCompletionSourceModel
{
    public static TaskCompletionSource New(string site)
    {
        var source = new TaskCompletionSource();
        Sources.Note(source.Task, site);
        return source;
    }

    public static TaskCompletionSource New(object? state, string site)
    {
        var source = new TaskCompletionSource(state);
        Sources.Note(source.Task, site);
        return source;
    }

    public static TaskCompletionSource New(TaskCreationOptions creationOptions, string site)
    {
        var source = new TaskCompletionSource(creationOptions);
        Sources.Note(source.Task, site);
        return source;
    }

    public static TaskCompletionSource New(object? state, TaskCreationOptions creationOptions,
        string site)
    {
        var source = new TaskCompletionSource(state, creationOptions);
        Sources.Note(source.Task, site);
        return source;
    }

    public static Task get_Task(TaskCompletionSource source, string site) => source.Task;

    public static void SetResult(TaskCompletionSource source, string site)
    {
        if (!TrySetResult(source, site)) source.SetResult();
    }

    public static bool TrySetResult(TaskCompletionSource source, string site) =>
        Sources.Complete(source.Task, () => source.TrySetResult(), site);

    public static void SetException(TaskCompletionSource source, Exception exception, string site)
    {
        if (!TrySetException(source, exception, site)) source.SetException(exception);
    }

    public static bool TrySetException(TaskCompletionSource source, Exception exception,
        string site) =>
        Sources.Complete(source.Task, () => source.TrySetException(exception), site);

    public static void SetException(TaskCompletionSource source, IEnumerable<Exception> exceptions,
        string site)
    {
        if (!TrySetException(source, exceptions, site)) source.SetException(exceptions);
    }

    public static bool TrySetException(TaskCompletionSource source,
        IEnumerable<Exception> exceptions, string site) =>
        Sources.Complete(source.Task, () => source.TrySetException(exceptions), site);

    public static void SetCanceled(TaskCompletionSource source, CancellationToken cancellationToken,
        string site)
    {
        if (!TrySetCanceled(source, cancellationToken, site)) source.SetCanceled(cancellationToken);
    }

    public static bool TrySetCanceled(TaskCompletionSource source,
        CancellationToken cancellationToken, string site) =>
        Sources.Complete(source.Task, () => source.TrySetCanceled(cancellationToken), site);

    public static void SetCanceled(TaskCompletionSource source, string site)
    {
        if (!TrySetCanceled(source, site)) source.SetCanceled();
    }

    public static bool TrySetCanceled(TaskCompletionSource source, string site) =>
        Sources.Complete(source.Task, () => source.TrySetCanceled(), site);

    public static void SetFromTask(TaskCompletionSource source, Task completedTask, string site)
    {
        if (!TrySetFromTask(source, completedTask, site)) source.SetFromTask(completedTask);
    }

    public static bool TrySetFromTask(TaskCompletionSource source, Task completedTask,
        string site) =>
        Sources.Complete(source.Task, () => source.TrySetFromTask(completedTask), site);
}
