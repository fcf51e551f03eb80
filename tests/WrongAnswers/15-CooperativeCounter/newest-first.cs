// wrong: the piece that was posted last runs first -> a piece ran before one that had been posted earlier
// hint /Stack<|\.Pop\(/: A stack hands out first what came last. Pieces run in the order in which they were posted.
using System.Collections.Concurrent;

namespace Katas.CooperativeCounter;

public static class Turns
{
    public static string LosesAnUpdate => "B A A B";
}

public sealed class EventLoop : SynchronizationContext
{
    readonly BlockingCollection<(SendOrPostCallback Piece, object? State)> pieces =
        new(new ConcurrentStack<(SendOrPostCallback Piece, object? State)>());

    public override void Post(SendOrPostCallback piece, object? state)
    {
        pieces.Add((piece, state));
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
                var (piece, state) = loop.pieces.Take();
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
        await Task.Yield();
        count++;
    }
}
