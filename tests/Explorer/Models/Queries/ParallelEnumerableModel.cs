using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>PLINQ: its delegates run beside each other, as <see cref="Query{T}"/> says.</summary>
[Models(typeof(ParallelEnumerable))]
public static partial class ParallelEnumerableModel
{
    public static ParallelQuery<TSource> AsParallel<TSource>(IEnumerable<TSource> source, string site)
    {
        if (Hook.Current is not { } operation) return source.AsParallel();
        ArgumentNullException.ThrowIfNull(source);
        return Queries.Make(operation, new Query<TSource>(
            o => Query<TSource>.Of(new ParallelItems<TSource>(o, source, site)), QuerySettings.Default), site);
    }

    public static ParallelQuery<int> Range(int start, int count, string site) =>
        Hook.Current is null ? ParallelEnumerable.Range(start, count)
            : AsParallel(Enumerable.Range(start, count), site);

    public static ParallelQuery<TResult> Repeat<TResult>(TResult element, int count, string site) =>
        Hook.Current is null ? ParallelEnumerable.Repeat(element, count)
            : AsParallel(Enumerable.Repeat(element, count), site);

    public static ParallelQuery<TResult> Empty<TResult>(string site) =>
        Hook.Current is null ? ParallelEnumerable.Empty<TResult>()
            : AsParallel(Enumerable.Empty<TResult>(), site);

    public static ParallelQuery<TSource> AsOrdered<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is null ? source.AsOrdered()
            : Set(source, settings => settings with { IsOrdered = true }, site);

    public static ParallelQuery<TSource> AsUnordered<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is null ? source.AsUnordered()
            : Set(source, settings => settings with { IsOrdered = false }, site);

    public static IEnumerable<TSource> AsSequential<TSource>(ParallelQuery<TSource> source, string site) =>
        Hook.Current is { } operation
            ? new QuerySource<TSource>(Queries.Of(operation, source, site), site)
            : source.AsSequential();

    public static ParallelQuery<TSource> WithDegreeOfParallelism<TSource>(
        ParallelQuery<TSource> source, int degreeOfParallelism, string site)
    {
        if (Hook.Current is null) return source.WithDegreeOfParallelism(degreeOfParallelism);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreeOfParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degreeOfParallelism, 512);
        return Set(source, settings => settings with { Degree = degreeOfParallelism }, site);
    }

    public static ParallelQuery<TSource> WithCancellation<TSource>(
        ParallelQuery<TSource> source, CancellationToken cancellationToken, string site) =>
        Hook.Current is null ? source.WithCancellation(cancellationToken)
            : Set(source, settings => settings with { Token = cancellationToken }, site);

    public static ParallelQuery<TSource> WithExecutionMode<TSource>(
        ParallelQuery<TSource> source, ParallelExecutionMode executionMode, string site) =>
        Hook.Current is null ? source.WithExecutionMode(executionMode) : source;

    public static ParallelQuery<TSource> WithMergeOptions<TSource>(
        ParallelQuery<TSource> source, ParallelMergeOptions mergeOptions, string site) =>
        Hook.Current is null ? source.WithMergeOptions(mergeOptions) : source;

    private static ParallelQuery<T> Set<T>(
        ParallelQuery<T> source, Func<QuerySettings, QuerySettings> change, string site)
    {
        var operation = Hook.Current!;
        var query = Queries.Of(operation, source, site);
        return Queries.Make(operation, query.With(change(query.Settings)), site);
    }

    private static ParallelQuery<TResult> Next<T, TResult>(Operation operation,
        ParallelQuery<T> source, Func<Query<T>, Query<TResult>> next, string site) =>
        Queries.Make(operation, next(Queries.Of(operation, source, site)), site);
}
