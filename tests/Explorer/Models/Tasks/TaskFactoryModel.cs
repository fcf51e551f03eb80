using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><c>Task.Factory.StartNew</c>.</summary>
[Models(typeof(TaskFactory))]
public static partial class TaskFactoryModel
{
    public static Task StartNew(
        TaskFactory factory, Action action, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task(action, factory.CancellationToken, factory.CreationOptions),
            factory.Scheduler, site)
        : factory.StartNew(action);

    public static Task StartNew(
        TaskFactory factory, Action action, CancellationToken cancellationToken, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation, new Task(action, cancellationToken, factory.CreationOptions),
            factory.Scheduler, site)
        : factory.StartNew(action, cancellationToken);

    public static Task StartNew(
        TaskFactory factory, Action action, TaskCreationOptions creationOptions, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation, new Task(action, factory.CancellationToken, creationOptions),
            factory.Scheduler, site)
        : factory.StartNew(action, creationOptions);

    public static Task StartNew(
        TaskFactory factory, Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation, new Task(action, cancellationToken, creationOptions),
            Cold.Given(scheduler), site)
        : factory.StartNew(action, cancellationToken, creationOptions, scheduler);

    public static Task StartNew(
        TaskFactory factory, Action<object?> action, object? state, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task(action, state, factory.CancellationToken, factory.CreationOptions),
            factory.Scheduler, site)
        : factory.StartNew(action, state);

    public static Task StartNew(
        TaskFactory factory, Action<object?> action, object? state, CancellationToken cancellationToken, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task(action, state, cancellationToken, factory.CreationOptions),
            factory.Scheduler, site)
        : factory.StartNew(action, state, cancellationToken);

    public static Task StartNew(
        TaskFactory factory, Action<object?> action, object? state, TaskCreationOptions creationOptions, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task(action, state, factory.CancellationToken, creationOptions),
            factory.Scheduler, site)
        : factory.StartNew(action, state, creationOptions);

    public static Task StartNew(
        TaskFactory factory, Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation, new Task(action, state, cancellationToken, creationOptions),
            Cold.Given(scheduler), site)
        : factory.StartNew(action, state, cancellationToken, creationOptions, scheduler);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<TResult> function, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task<TResult>(Cold.Given(function), factory.CancellationToken, factory.CreationOptions),
            factory.Scheduler, site)
        : factory.StartNew(function);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<TResult> function, CancellationToken cancellationToken, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task<TResult>(Cold.Given(function), cancellationToken, factory.CreationOptions),
            factory.Scheduler, site)
        : factory.StartNew(function, cancellationToken);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<TResult> function, TaskCreationOptions creationOptions, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task<TResult>(Cold.Given(function), factory.CancellationToken, creationOptions),
            factory.Scheduler, site)
        : factory.StartNew(function, creationOptions);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation, new Task<TResult>(Cold.Given(function), cancellationToken, creationOptions),
            Cold.Given(scheduler), site)
        : factory.StartNew(function, cancellationToken, creationOptions, scheduler);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<object?, TResult> function, object? state, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task<TResult>(Cold.Given(function), state, factory.CancellationToken, factory.CreationOptions),
            factory.Scheduler, site)
        : factory.StartNew(function, state);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task<TResult>(Cold.Given(function), state, cancellationToken, factory.CreationOptions),
            factory.Scheduler, site)
        : factory.StartNew(function, state, cancellationToken);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task<TResult>(Cold.Given(function), state, factory.CancellationToken, creationOptions),
            factory.Scheduler, site)
        : factory.StartNew(function, state, creationOptions);

    public static Task<TResult> StartNew<TResult>(
        TaskFactory factory, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, string site) => Hook.Current is { } operation
        ? Cold.StartNew(operation,
            new Task<TResult>(Cold.Given(function), state, cancellationToken, creationOptions),
            Cold.Given(scheduler), site)
        : factory.StartNew(function, state, cancellationToken, creationOptions, scheduler);

    public static CancellationToken get_CancellationToken(TaskFactory factory, string site) =>
        factory.CancellationToken;

    public static TaskCreationOptions get_CreationOptions(TaskFactory factory, string site) =>
        factory.CreationOptions;

    public static TaskContinuationOptions get_ContinuationOptions(TaskFactory factory, string site) =>
        factory.ContinuationOptions;

    public static TaskScheduler? get_Scheduler(TaskFactory factory, string site) =>
        factory.Scheduler;
}
