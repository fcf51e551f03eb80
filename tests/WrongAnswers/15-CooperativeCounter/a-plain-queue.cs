// wrong: a queue for one thread, while others post to it -> data race
// hint /^(?!.*\block \()(?!.*(?:Concurrent|Blocking)\w+<).*\bQueue</: Other threads post while the loop takes: the queue needs a lock, or has to be one that is made for several threads.
using System.Collections.Concurrent;

namespace Katas.CooperativeCounter;

public static class Turns
{
    public static string LosesAnUpdate => "A B A B";
}

public sealed class EventLoop : SynchronizationContext
{
    readonly Queue<(SendOrPostCallback Piece, object? State)> pieces = new();
    readonly SemaphoreSlim posted = new(0);

    public override void Post(SendOrPostCallback piece, object? state)
    {
        pieces.Enqueue((piece, state));
        posted.Release();
    }

    public static void Run(Func<Task> work)
    {
        var before = Current;
        var loop = new EventLoop();
        SetSynchronizationContext(loop);
        try
        {
            var done = Whole(work);
            while (!done.IsCompleted)
            {
                loop.posted.Wait();
                var (piece, state) = loop.pieces.Dequeue();
                piece(state);
            }
            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    static async Task Whole(Func<Task> work) => await work();
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
