using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>Several tasks, one after the other as they are complete.</summary>
public static partial class TaskModel
{
    public static IAsyncEnumerable<Task> WhenEach(Task[] tasks, string site) =>
        Hook.Current is { } operation
            ? EachOf<Task>.Of(operation, SequenceModel.Copy(operation, tasks, site), site)
            : Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task> WhenEach(ReadOnlySpan<Task> tasks, string site) =>
        Hook.Current is { } operation
            ? EachOf<Task>.Of(operation, tasks.ToArray(), site)
            : Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task> WhenEach(IEnumerable<Task> tasks, string site) =>
        Hook.Current is { } operation
            ? EachOf<Task>.Of(operation, SequenceModel.Copy(operation, tasks, site), site)
            : Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(
        Task<TResult>[] tasks, string site) => Hook.Current is { } operation
            ? EachOf<Task<TResult>>.Of(operation, SequenceModel.Copy(operation, tasks, site), site)
            : Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(
        ReadOnlySpan<Task<TResult>> tasks, string site) => Hook.Current is { } operation
            ? EachOf<Task<TResult>>.Of(operation, tasks.ToArray(), site)
            : Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(
        IEnumerable<Task<TResult>> tasks, string site) => Hook.Current is { } operation
            ? EachOf<Task<TResult>>.Of(operation, SequenceModel.Copy(operation, tasks, site), site)
            : Task.WhenEach(tasks);
}
