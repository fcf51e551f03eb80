using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Tasks: each that runs a delegate is an operation of its own.</summary>
[Models(typeof(Task))]
public static partial class TaskModel
{
    public static Task Run(Action action, string site) => Hook.Current is { } operation
        ? Started.Run(operation, new Task(action, TaskCreationOptions.DenyChildAttach), site)
        : Task.Run(action);

    public static Task Run(Action action, CancellationToken cancellationToken, string site) =>
        Hook.Current is { } operation
        ? Started.Run(operation,
            new Task(action, cancellationToken, TaskCreationOptions.DenyChildAttach), site)
        : Task.Run(action, cancellationToken);

    public static Task<TResult> Run<TResult>(Func<TResult> function, string site) =>
        Hook.Current is { } operation
        ? Started.Run(operation, new Task<TResult>(function, TaskCreationOptions.DenyChildAttach),
            site)
        : Task.Run(function);

    public static Task<TResult> Run<TResult>(Func<TResult> function,
        CancellationToken cancellationToken, string site) => Hook.Current is { } operation
        ? Started.Run(operation,
            new Task<TResult>(function, cancellationToken, TaskCreationOptions.DenyChildAttach),
                site)
        : Task.Run(function, cancellationToken);

    public static Task Run(Func<Task> function, string site)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Hook.Current is { } operation
            ? Started.Unwrapped(operation, function, site)
            : Task.Run(function);
    }

    public static Task Run(
        Func<Task> function, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (Hook.Current is not { } operation) return Task.Run(function, cancellationToken);
        return Cancellation.IsRequestedOf(operation, cancellationToken, site)
            ? Task.FromCanceled(cancellationToken)
            : Started.Unwrapped(operation, function, site, cancellationToken);
    }

    public static Task<TResult> Run<TResult>(Func<Task<TResult>> function, string site)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Hook.Current is { } operation
            ? Started.Unwrapped(operation, function, site)
            : Task.Run(function);
    }

    public static Task<TResult> Run<TResult>(
        Func<Task<TResult>> function, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (Hook.Current is not { } operation) return Task.Run(function, cancellationToken);
        return Cancellation.IsRequestedOf(operation, cancellationToken, site)
            ? Task.FromCanceled<TResult>(cancellationToken)
            : Started.Unwrapped(operation, function, site, cancellationToken);
    }
}
