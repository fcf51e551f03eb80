using System.Collections.Concurrent;

namespace Katas.Tests;

/// <summary>
/// Runs all that it is given on one thread, which lives as long as it does. Some locks belong to a thread:
/// they are released, as abandoned, when it ends.
/// </summary>
sealed class OneThread : IDisposable
{
    readonly BlockingCollection<Action> work = [];

    internal OneThread() => new Thread(() =>
    {
        foreach (var piece in work.GetConsumingEnumerable()) piece();
    }) { IsBackground = true }.Start();

    /// <returns>What the code returns; throws what it throws.</returns>
    internal T Run<T>(Func<T> code)
    {
        var done = new TaskCompletionSource<T>();
        work.Add(() =>
        {
            try
            {
                done.SetResult(code());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    public void Dispose() => work.CompleteAdding();
}
