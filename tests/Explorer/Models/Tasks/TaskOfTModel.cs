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
        new(task, ConfigureAwaitOptions.ContinueOnCapturedContext, site);

    public static ExploredAwaitable<TResult> ConfigureAwait<TResult>(
        Task<TResult> task, bool continueOnCapturedContext, string site) =>
        new(new(task, TaskModel.Options(continueOnCapturedContext), site));

    public static ExploredAwaitable<TResult> ConfigureAwait<TResult>(
        Task<TResult> task, ConfigureAwaitOptions options, string site)
    {
        _ = task.ConfigureAwait(options);
        return new(new(task, options, site));
    }

    public static TResult get_Result<TResult>(Task<TResult> task, string site)
    {
        if (Hook.Current is { } operation)
        {
            Tasks.Wait(operation, task, site);
            Faulted.Observe(operation, task);
        }
        return task.Result;
    }

    public static TaskFactory<TResult> get_Factory<TResult>(string site) => Task<TResult>.Factory;
}
