namespace Interleavings.Models;

/// <summary>A task that the explorer completes: with and without a result in one form.</summary>
internal sealed record Promise(
    Task Task, Func<Task, bool> Follow, Func<CancellationToken, bool> Cancel, Func<Exception, bool> Fail)
{
    internal static Promise Of(TaskCompletionSource source) =>
        new(source.Task, source.TrySetFromTask, source.TrySetCanceled, source.TrySetException);

    internal static Promise Of<T>(TaskCompletionSource<T> source) =>
        new(source.Task, task => source.TrySetFromTask((Task<T>)task),
            source.TrySetCanceled, source.TrySetException);
}
