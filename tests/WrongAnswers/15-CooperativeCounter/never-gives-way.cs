// wrong: loses nothing, for it never lets anybody else have a turn -> kept the turn to its end
// hint /^(?!.*await Task\.Yield\(\))/: An `await` of what is done already does not let the others have a turn. `Task.Yield()` does.
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

    public Task IncrementAsync()
    {
        count++;
        return Task.CompletedTask;
    }
}
