using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><c>Task&lt;TResult&gt;.Factory</c>, and factories that the program makes.</summary>
[Models(typeof(TaskFactory<>))]
public static class TaskFactoryOfTModel
{
    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<TResult> function, string site) =>
        Hook.Current is { } operation
            ? Cold.StartNew(operation,
                new Task<TResult>(Cold.Given(function), factory.CancellationToken,
                    factory.CreationOptions),
                factory.Scheduler, site)
            : factory.StartNew(function);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<TResult> function, CancellationToken cancellationToken,
        string site) =>
        Hook.Current is { } operation
            ? Cold.StartNew(operation,
                new Task<TResult>(Cold.Given(function), cancellationToken, factory.CreationOptions),
                factory.Scheduler, site)
            : factory.StartNew(function, cancellationToken);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<TResult> function, TaskCreationOptions creationOptions,
        string site) =>
        Hook.Current is { } operation
            ? Cold.StartNew(operation,
                new Task<TResult>(Cold.Given(function), factory.CancellationToken, creationOptions),
                factory.Scheduler, site)
            : factory.StartNew(function, creationOptions);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<TResult> function, CancellationToken cancellationToken,
        TaskCreationOptions creationOptions, TaskScheduler scheduler, string site) =>
        Hook.Current is { } operation
            ? Cold.StartNew(operation,
                new Task<TResult>(Cold.Given(function), cancellationToken, creationOptions),
                Cold.Given(scheduler), site)
            : factory.StartNew(function, cancellationToken, creationOptions, scheduler);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<object?, TResult> function, object? state,
        string site) =>
        Hook.Current is { } operation
            ? Cold.StartNew(operation,
                new Task<TResult>(Cold.Given(function), state, factory.CancellationToken,
                    factory.CreationOptions),
                factory.Scheduler, site)
            : factory.StartNew(function, state);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<object?, TResult> function, object? state,
        CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
            ? Cold.StartNew(operation,
                new Task<TResult>(Cold.Given(function), state, cancellationToken,
                    factory.CreationOptions),
                factory.Scheduler, site)
            : factory.StartNew(function, state, cancellationToken);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<object?, TResult> function, object? state,
        TaskCreationOptions creationOptions, string site) =>
        Hook.Current is { } operation
            ? Cold.StartNew(operation,
                new Task<TResult>(Cold.Given(function), state, factory.CancellationToken,
                    creationOptions),
                factory.Scheduler, site)
            : factory.StartNew(function, state, creationOptions);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory<TResult> factory, Func<object?, TResult> function, object? state,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions, TaskScheduler scheduler, string site) =>
        Hook.Current is { } operation
            ? Cold.StartNew(operation,
                new Task<TResult>(Cold.Given(function), state, cancellationToken, creationOptions),
                Cold.Given(scheduler), site)
            : factory.StartNew(function, state, cancellationToken, creationOptions, scheduler);

    public static CancellationToken get_CancellationToken<TResult>(
        TaskFactory<TResult> factory, string site) => factory.CancellationToken;

    public static TaskCreationOptions get_CreationOptions<TResult>(
        TaskFactory<TResult> factory, string site) => factory.CreationOptions;

    public static TaskContinuationOptions get_ContinuationOptions<TResult>(
        TaskFactory<TResult> factory, string site) => factory.ContinuationOptions;

    public static TaskScheduler? get_Scheduler<TResult>(
        TaskFactory<TResult> factory, string site) => factory.Scheduler;
}
