using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><c>ContinueWhenAll</c> and <c>ContinueWhenAny</c> of a factory.</summary>
/// <remarks>
/// What is left out of a call comes from the factory, as in the runtime, so that the full overload
/// serves all the others.
/// </remarks>
[Models(typeof(TaskFactory))]
public static class ContinueWhenModel
{
    public static Task ContinueWhenAll(
        TaskFactory factory, Task[] tasks,
        Action<Task[]> continuationAction, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, factory.CancellationToken, site);

    public static Task ContinueWhenAll(
        TaskFactory factory, Task[] tasks,
        Action<Task[]> continuationAction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task ContinueWhenAll(
        TaskFactory factory, Task[] tasks,
        Action<Task[]> continuationAction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task ContinueWhenAll(
        TaskFactory factory, Task[] tasks,
        Action<Task[]> continuationAction,
        CancellationToken cancellationToken, TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(
                tasks, continuationAction, cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task ContinueWhenAll<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>[]> continuationAction, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, factory.CancellationToken, site);

    public static Task ContinueWhenAll<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>[]> continuationAction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task ContinueWhenAll<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>[]> continuationAction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationAction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task ContinueWhenAll<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>[]> continuationAction,
        CancellationToken cancellationToken, TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(
                tasks, continuationAction, cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationAction(all), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, factory.CancellationToken, site);

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction,
        CancellationToken cancellationToken, TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(
                tasks, continuationFunction, cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, factory.CancellationToken, site);

    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction,
        CancellationToken cancellationToken, TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAll(
                tasks, continuationFunction, cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.All(operation, tasks,
            (gate, all, how, on) => gate.ContinueWith(
                _ => continuationFunction(all), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task ContinueWhenAny(
        TaskFactory factory, Task[] tasks,
        Action<Task> continuationAction, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, factory.CancellationToken, site);

    public static Task ContinueWhenAny(
        TaskFactory factory, Task[] tasks,
        Action<Task> continuationAction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task ContinueWhenAny(
        TaskFactory factory, Task[] tasks,
        Action<Task> continuationAction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task ContinueWhenAny(
        TaskFactory factory, Task[] tasks,
        Action<Task> continuationAction,
        CancellationToken cancellationToken, TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(
                tasks, continuationAction, cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task ContinueWhenAny<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>> continuationAction, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, factory.CancellationToken, site);

    public static Task ContinueWhenAny<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>> continuationAction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task ContinueWhenAny<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>> continuationAction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationAction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task ContinueWhenAny<TAntecedentResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Action<Task<TAntecedentResult>> continuationAction,
        CancellationToken cancellationToken, TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(
                tasks, continuationAction, cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationAction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationAction(any.Result), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory factory, Task[] tasks,
        Func<Task, TResult> continuationFunction, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, factory.CancellationToken, site);

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory factory, Task[] tasks,
        Func<Task, TResult> continuationFunction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory factory, Task[] tasks,
        Func<Task, TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory factory, Task[] tasks,
        Func<Task, TResult> continuationFunction,
        CancellationToken cancellationToken, TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(
                tasks, continuationFunction, cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, factory.CancellationToken, site);

    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(
        TaskFactory factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction,
        CancellationToken cancellationToken, TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler, string site)
    {
        if (Hook.Current is not { } operation)
            return factory.ContinueWhenAny(
                tasks, continuationFunction, cancellationToken, continuationOptions, scheduler);
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return ContinuedSeveral.Any(operation, tasks,
            (gate, any, how, on) => gate.ContinueWith(
                _ => continuationFunction(any.Result), cancellationToken, how, on),
            continuationOptions, scheduler, site);
    }

    private static TaskScheduler On(TaskFactory factory) =>
        factory.Scheduler ?? TaskScheduler.Current;
}
