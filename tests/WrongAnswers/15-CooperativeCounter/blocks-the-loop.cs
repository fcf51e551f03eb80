// wrong: puts the pieces down, and then waits for the work instead of running it -> deadlock
// hint /pieces\.Add.*work\(\)\.GetAwaiter\(\)\.GetResult\(\)/: Nobody runs what was posted. `Run` has to, piece by piece, until the work is done.
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
