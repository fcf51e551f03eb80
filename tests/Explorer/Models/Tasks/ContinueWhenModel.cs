using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><c>ContinueWhenAll</c> and <c>ContinueWhenAny</c> of a factory.</summary>
[Models(typeof(TaskFactory))]
public static class ContinueWhenModel
{
    public static Task ContinueWhenAll(TaskFactory factory, Task[] tasks,
        Action<Task[]> continuationAction, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationAction);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), factory.CancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAll(TaskFactory factory, Task[] tasks,
        Action<Task[]> continuationAction, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationAction, cancellationToken);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), cancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAll(TaskFactory factory, Task[] tasks,
        Action<Task[]> continuationAction, TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationAction, continuationOptions);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), factory.CancellationToken, how, on),
            continuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAll(TaskFactory factory, Task[] tasks,
        Action<Task[]> continuationAction, CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationAction, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>[]> continuationAction, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationAction);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), factory.CancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>[]> continuationAction, CancellationToken cancellationToken,
        string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationAction, cancellationToken);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), cancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>[]> continuationAction,
        TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationAction, continuationOptions);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), factory.CancellationToken, how, on),
            continuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>[]> continuationAction, CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationAction, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationFunction);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), factory.CancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken,
        string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationFunction, cancellationToken);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), cancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction, TaskContinuationOptions continuationOptions,
        string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationFunction, continuationOptions);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), factory.CancellationToken, how, on),
            continuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationFunction, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationFunction);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), factory.CancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction,
        CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationFunction, cancellationToken);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), cancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationFunction, continuationOptions);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), factory.CancellationToken, how, on),
            continuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(tasks, continuationFunction, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task ContinueWhenAny(TaskFactory factory, Task[] tasks,
        Action<Task> continuationAction, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationAction);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), factory.CancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAny(TaskFactory factory, Task[] tasks,
        Action<Task> continuationAction, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationAction, cancellationToken);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), cancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAny(TaskFactory factory, Task[] tasks,
        Action<Task> continuationAction, TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationAction, continuationOptions);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), factory.CancellationToken, how, on),
            continuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAny(TaskFactory factory, Task[] tasks,
        Action<Task> continuationAction, CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationAction, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>> continuationAction, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationAction);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), factory.CancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>> continuationAction, CancellationToken cancellationToken,
        string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationAction, cancellationToken);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), cancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>> continuationAction,
        TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationAction, continuationOptions);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), factory.CancellationToken, how, on),
            continuationOptions, On(factory), site);
    }

    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>> continuationAction, CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationAction, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory factory, Task[] tasks,
        Func<Task, TResult> continuationFunction, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationFunction);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), factory.CancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory factory, Task[] tasks,
        Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationFunction, cancellationToken);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), cancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory factory, Task[] tasks,
        Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions,
        string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationFunction, continuationOptions);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), factory.CancellationToken, how, on),
            continuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory factory, Task[] tasks,
        Func<Task, TResult> continuationFunction, CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationFunction, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationFunction);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), factory.CancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction,
        CancellationToken cancellationToken, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationFunction, cancellationToken);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), cancellationToken, how, on),
            factory.ContinuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationFunction, continuationOptions);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), factory.CancellationToken, how, on),
            continuationOptions, On(factory), site);
    }

    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory factory,
        Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions, TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(tasks, continuationFunction, cancellationToken,
            continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    private static TaskScheduler On(TaskFactory factory) =>
        factory.Scheduler ?? TaskScheduler.Current;
}
