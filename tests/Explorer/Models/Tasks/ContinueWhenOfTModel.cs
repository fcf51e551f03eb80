using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>The same of a factory of tasks with a result.</summary>
/// <remarks>
/// What is left out of a call comes from the factory, as in the runtime, so that the full overload
/// serves all the others.
/// </remarks>
[Models(typeof(TaskFactory<>))]
public static class ContinueWhenOfTModel
{
    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory<TResult> factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, factory.CancellationToken, site);

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory<TResult> factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory<TResult> factory, Task[] tasks,
        Func<Task[], TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, factory.CancellationToken, site);

    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>[], TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAll(factory, tasks, continuationFunction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory<TResult> factory, Task[] tasks,
        Func<Task, TResult> continuationFunction, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, factory.CancellationToken, site);

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory<TResult> factory, Task[] tasks,
        Func<Task, TResult> continuationFunction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory<TResult> factory, Task[] tasks,
        Func<Task, TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, factory.CancellationToken, site);

    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction,
        CancellationToken cancellationToken, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, cancellationToken,
            factory.ContinuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
        Func<Task<TAntecedentResult>, TResult> continuationFunction,
        TaskContinuationOptions continuationOptions, string site) =>
        ContinueWhenAny(factory, tasks, continuationFunction, factory.CancellationToken,
            continuationOptions, On(factory), site);

    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    private static TaskScheduler On<TResult>(TaskFactory<TResult> factory) =>
        factory.Scheduler ?? TaskScheduler.Current;
}
