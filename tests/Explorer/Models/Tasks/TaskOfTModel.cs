using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks with a result.</summary>
[Models(typeof(Task<>))]
public static partial class TaskOfTModel
{
    public static Task<TResult> New<TResult>(Func<TResult> function, string site) =>
        Cold.Note(new Task<TResult>(function), site);

    public static Task<TResult> New<TResult>(Func<TResult> function,
        CancellationToken cancellationToken, string site) =>
        Cold.Note(new Task<TResult>(function, cancellationToken), site);

    public static Task<TResult> New<TResult>(Func<TResult> function,
        TaskCreationOptions creationOptions, string site) =>
        Cold.Note(new Task<TResult>(function, creationOptions), site);

    public static Task<TResult> New<TResult>(Func<TResult> function,
        CancellationToken cancellationToken, TaskCreationOptions creationOptions, string site) =>
        Cold.Note(new Task<TResult>(function, cancellationToken, creationOptions), site);

    public static Task<TResult> New<TResult>(Func<object?, TResult> function, object? state,
        string site) =>
        Cold.Note(new Task<TResult>(function, state), site);

    public static Task<TResult> New<TResult>(Func<object?, TResult> function, object? state,
        CancellationToken cancellationToken, string site) =>
        Cold.Note(new Task<TResult>(function, state, cancellationToken), site);

    public static Task<TResult> New<TResult>(Func<object?, TResult> function, object? state,
        TaskCreationOptions creationOptions, string site) =>
        Cold.Note(new Task<TResult>(function, state, creationOptions), site);

    public static Task<TResult> New<TResult>(Func<object?, TResult> function, object? state,
        CancellationToken cancellationToken, TaskCreationOptions creationOptions, string site) =>
        Cold.Note(new Task<TResult>(function, state, cancellationToken, creationOptions), site);

    public static ExploredAwaiter<TResult> GetAwaiter<TResult>(Task<TResult> task, string site) =>
        new(NotNull(task), ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaitable<TResult> ConfigureAwait<TResult>(
        Task<TResult> task, bool continueOnCapturedContext, string site) =>
        new(new(NotNull(task), TaskModel.Options(continueOnCapturedContext), site));

    public static ExploredAwaitable<TResult> ConfigureAwait<TResult>(
        Task<TResult> task, ConfigureAwaitOptions options, string site)
    {
        _ = NotNull(task).ConfigureAwait(options);
        return new(new(task, options, site));
    }

    public static TResult get_Result<TResult>(Task<TResult> task, string site)
    {
        if (Hook.Current is { } operation)
        {
            Tasks.Wait(operation, NotNull(task), site);
            Faulted.Observe(operation, task);
        }
        return task.Result;
    }

    private static Task<TResult> NotNull<TResult>(Task<TResult> task) =>
        task ?? throw new NullReferenceException();
}
