// wrong: takes the context away afterwards, where the caller had one of its own -> Run has left its caller on another context
// hint /SetSynchronizationContext\(null\)/: The caller may have had a context before: remember it, and put it back.
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
            SetSynchronizationContext(null);
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
        count++;
        await Task.Yield();
    }
}
