// wrong: ConfigureAwait(false) lets the rest of the increment run on the pool, beside that of another -> data race
// hint /ConfigureAwait\(false\)/: After `ConfigureAwait(false)` the rest runs on the pool, off the loop. Leave it out, and no lock is needed.
using System.Collections.Concurrent;

namespace Katas.CooperativeCounter;

public static class Turns
{
    public static string LosesAnUpdate => "A B B A";
}

public sealed class EventLoop : SynchronizationContext
{
    readonly Queue<Action> pieces = new();
    bool isOver;

    public override void Post(SendOrPostCallback piece, object? state)
    {
        lock (pieces)
        {
            pieces.Enqueue(() => piece(state));
            Monitor.Pulse(pieces);
        }
    }

    public static void Run(Func<Task> work)
    {
        var before = Current;
        var loop = new EventLoop();
        SetSynchronizationContext(loop);
        try
        {
            var done = loop.ToItsEnd(work);
            while (!loop.isOver)
            {
                Action piece;
                lock (loop.pieces)
                {
                    while (loop.pieces.Count == 0)
                        Monitor.Wait(loop.pieces);
                    piece = loop.pieces.Dequeue();
                }
                piece();
            }
            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    async Task ToItsEnd(Func<Task> work)
    {
        try
        {
            await work();
        }
        finally
        {
            isOver = true;
        }
    }
}

public sealed class Counter
{
    int count;

    public int Value => count;

    public async Task IncrementAsync()
    {
        await Task.Delay(1).ConfigureAwait(false);
        count++;
    }
}
