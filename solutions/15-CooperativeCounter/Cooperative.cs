using System.Collections.Concurrent;

namespace Katas.CooperativeCounter;

/// <summary>1. You say who gets the next turn: "A B" is a turn of A, and then one of B.</summary>
public static class Turns
{
    /// <summary>A and B each add one to a HastyCounter. It is to end at 1, not at 2.</summary>
    /// <remarks>B's read comes between A's read and A's write: both read 0, both write 1.</remarks>
    public static string LosesAnUpdate => "A B A B";
}

/// <summary>2. One thread that runs what is posted to it, piece by piece.</summary>
public sealed class EventLoop : SynchronizationContext
{
    // Safe for many threads: whoever completes a task posts, and that may be anybody.
    readonly BlockingCollection<(SendOrPostCallback Piece, object? State)> pieces = [];

    /// <summary>Called when code can go on after an await; that may be on any thread.</summary>
    public override void Post(SendOrPostCallback piece, object? state)
    {
        // Not run here, only put down: it is the loop's thread that runs it.
        pieces.Add((piece, state));
    }

    /// <summary>Runs the work to its end, all of it on the thread that calls.</summary>
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
                // Sleeps while there is nothing to run; there will be, for the work isn't done.
                var (piece, state) = loop.pieces.Take();
                piece(state);
            }
            done.GetAwaiter().GetResult(); // it has ended: this only throws what went wrong
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>The work, and one piece more: so it is always a piece that ends it.</summary>
    static async Task Whole(Func<Task> work) => await work();
}

/// <summary>3. A counter for those who take turns on a loop. It needs no lock.</summary>
public sealed class Counter
{
    int count;

    public int Value => count;

    /// <summary>Adds one, and lets the others have a turn.</summary>
    public async Task IncrementAsync()
    {
        // Read, add and write within one turn. On a loop nobody comes in between.
        count++;
        await Task.Yield();
    }
}
