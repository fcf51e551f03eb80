// wrong: a semaphore around the await keeps all others out until the call goes on, where no lock is needed -> Right, but not yet as this kata means it
// hint /WaitAsync\([^{}]*\); (?:try )?(?:\{ )?[^{}]*await Task/: The semaphore is held during the `await`, and everybody else waits. Read and write with no `await` in between.
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
    readonly SemaphoreSlim gate = new(1);
    int count;

    public int Value => count;

    public async Task IncrementAsync()
    {
        await gate.WaitAsync();
        try
        {
            var seen = count;
            await Task.Yield();
            count = seen + 1;
        }
        finally
        {
            gate.Release();
        }
    }
}
