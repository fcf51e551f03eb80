using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Over an async stream: one at a time asks for the next item, while the bodies run.
internal sealed partial class ParallelFlows
{
    internal Task Run<T>(Operation operation, IAsyncEnumerable<T> source,
        Func<T, CancellationToken, ValueTask> body)
    {
        if (operation.Execution.Pool is not null)
        {
            throw operation.Execution.Refuse("Parallel.ForEachAsync over an async stream in a pool"
                + " with a number of threads", "leave PoolThreads out", _site);
        }
        var all = new TaskCompletionSource();
        var completion = Completion.OfWork(operation, all.Task, _site);
        Callback.Start(operation, null, () => GoThrough(source, body, all), false, false, completion, _site);
        return all.Task;
    }

    private void GoThrough<T>(IAsyncEnumerable<T> source,
        Func<T, CancellationToken, ValueTask> body, TaskCompletionSource all)
    {
        var parts = new List<Completion>();
        try
        {
            var items = source.GetAsyncEnumerator(_cancellation.Token);
            try
            {
                while (HasNext(items)) parts.Add(StartBody(items.Current, body));
            }
            finally
            {
                if (!Hook.Current!.Execution.IsOver) Blocking.On(Hook.Current!, items.DisposeAsync(), _site);
            }
        }
        catch (Exception exception) when (exception is not Unwinding)
        {
            Fails(exception);
        }
        var operation = Hook.Current!;
        Tasks.Wait(operation, Completion.AllOf(
            operation, new object(), [.. parts], static () => { }, _site), Timeout.Infinite, _site);
        Settle(all);
    }

    private bool HasNext<T>(IAsyncEnumerator<T> items)
    {
        // Who asks for the next item is one of those who run the bodies.
        if (_degree > 0) Enter(Hook.Current!);
        var hasNext = !WasCancelled(Hook.Current!)
            && Blocking.On(Hook.Current!, items.MoveNextAsync(), _site);
        if (_degree > 0 && !hasNext) Leave(Hook.Current!);
        return hasNext;
    }

    private Completion StartBody<T>(T item, Func<T, CancellationToken, ValueTask> body)
    {
        var operation = Hook.Current!;
        var part = Completion.New(operation, new object(), false, _site);
        Callback.Start(operation, null, () =>
        {
            Carry(item, body);
            if (_degree > 0) Leave(Hook.Current!);
        }, false, false, part, _site);
        return part;
    }
}
