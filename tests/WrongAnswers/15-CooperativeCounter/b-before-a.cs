// wrong: B before A is no better than A before B -> None is lost
using System.Collections.Concurrent;

namespace Katas.CooperativeCounter;

public static class Turns
{
    public static string LosesAnUpdate => "B B A A";
}

public sealed class EventLoop : SynchronizationContext
{
    readonly BlockingCollection<(SendOrPostCallback Piece, object? State)> pieces = [];

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
        count++;
        await Task.Yield();
    }
}
