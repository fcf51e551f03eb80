// wrong: the loop does nothing: the pool runs what was posted, on any thread -> on another thread
// hint /Post\([^)]*\)(?: =>| \{)[^{}]*(?:ThreadPool|Task\.Run|base\.Post)/: The pool runs this on any of its threads. Keep the piece in a queue, and let `Run` run it.
using System.Collections.Concurrent;

namespace Katas.CooperativeCounter;

public static class Turns
{
    public static string LosesAnUpdate => "A B A B";
}

public sealed class EventLoop : SynchronizationContext
{

    public override void Post(SendOrPostCallback piece, object? state)
    {
        ThreadPool.QueueUserWorkItem(_ => piece(state));
    }

    public static void Run(Func<Task> work)
    {
        var before = Current;
        var loop = new EventLoop();
        SetSynchronizationContext(loop);
        try
        {
            work().GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}

public sealed class Counter
{
    int count;

    public int Value => count;

    public async Task IncrementAsync()
    {
        count++;
        await Task.Yield();
    }
}
