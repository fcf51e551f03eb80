using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>The same of a factory of tasks with a result.</summary>
[Models(typeof(TaskFactory<>))]
public static class ContinueWhenOfTModel
{
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    public static Task<TResult> ContinueWhenAll<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory<TResult> factory, Task[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    public static Task<TResult> ContinueWhenAny<TResult, TAntecedentResult>(
        TaskFactory<TResult> factory, Task<TAntecedentResult>[] tasks,
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

    private static TaskScheduler On<TResult>(TaskFactory<TResult> factory) =>
        factory.Scheduler ?? TaskScheduler.Current;
}
