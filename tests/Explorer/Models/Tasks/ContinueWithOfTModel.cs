using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><c>ContinueWith</c>: an operation that waits for the task from the start.</summary>
[Models(typeof(Task<>))]
public static class ContinueWithOfTModel
{
    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>> action, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => action(task), CancellationToken.None, how, on),
            TaskContinuationOptions.None, TaskScheduler.Current, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>> action, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action, cancellationToken);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => action(task), cancellationToken, how, on),
            TaskContinuationOptions.None, TaskScheduler.Current, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>> action, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action, scheduler);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => action(task), CancellationToken.None, how, on),
            TaskContinuationOptions.None, scheduler, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>> action, TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action,
            continuationOptions);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => action(task), CancellationToken.None, how, on),
            continuationOptions, TaskScheduler.Current, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>> action, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => action(task), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>, object?> action, object? state, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action, state);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => action(task, s), state, CancellationToken.None, how, on),
            TaskContinuationOptions.None, TaskScheduler.Current, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>, object?> action, object? state, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action, state,
            cancellationToken);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => action(task, s), state, cancellationToken, how, on),
            TaskContinuationOptions.None, TaskScheduler.Current, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>, object?> action, object? state, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action, state, scheduler);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => action(task, s), state, CancellationToken.None, how, on),
            TaskContinuationOptions.None, scheduler, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>, object?> action, object? state, TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action, state,
            continuationOptions);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => action(task, s), state, CancellationToken.None, how, on),
            continuationOptions, TaskScheduler.Current, site);
    }

    public static Task ContinueWith<TResult>(
        Task<TResult> task, Action<Task<TResult>, object?> action, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(action, state,
            cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(action, "continuationAction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => action(task, s), state, cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, TNew> function, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => function(task), CancellationToken.None, how, on),
            TaskContinuationOptions.None, TaskScheduler.Current, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, TNew> function, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function,
            cancellationToken);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => function(task), cancellationToken, how, on),
            TaskContinuationOptions.None, TaskScheduler.Current, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, TNew> function, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function, scheduler);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => function(task), CancellationToken.None, how, on),
            TaskContinuationOptions.None, scheduler, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, TNew> function, TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function,
            continuationOptions);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => function(task), CancellationToken.None, how, on),
            continuationOptions, TaskScheduler.Current, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, TNew> function, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith(_ => function(task), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, object?, TNew> function, object? state, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function, state);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => function(task, s), state, CancellationToken.None, how, on),
            TaskContinuationOptions.None, TaskScheduler.Current, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, object?, TNew> function, object? state, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function, state,
            cancellationToken);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => function(task, s), state, cancellationToken, how, on),
            TaskContinuationOptions.None, TaskScheduler.Current, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, object?, TNew> function, object? state, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function, state, scheduler);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => function(task, s), state, CancellationToken.None, how, on),
            TaskContinuationOptions.None, scheduler, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, object?, TNew> function, object? state, TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function, state,
            continuationOptions);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => function(task, s), state, CancellationToken.None, how, on),
            continuationOptions, TaskScheduler.Current, site);
    }

    public static Task<TNew> ContinueWith<TResult, TNew>(
        Task<TResult> task, Func<Task<TResult>, object?, TNew> function, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation) return task.ContinueWith(function, state,
            cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(function, "continuationFunction");
        return Continued.With(operation, task,
            (gate, how, on) => gate.ContinueWith((_, s) => function(task, s), state, cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }
}
