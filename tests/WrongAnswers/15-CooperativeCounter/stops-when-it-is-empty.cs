// wrong: takes an empty queue for the end of the work -> deadlock
// hint /while \((?:\w+\.)+(?:TryTake|TryDequeue)\(|while \((?:\w+\.)+Count > 0\)/: An empty queue is not the end of the work: another thread may post later. Wait until the work itself has ended.
using System.Collections.Concurrent;

namespace Katas.CooperativeCounter;

public static class Turns
{
    public static string LosesAnUpdate => "A B A B";
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
            while (loop.pieces.TryTake(out var next))
                next.Piece(next.State);
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
