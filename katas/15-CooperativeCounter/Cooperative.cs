namespace Katas.CooperativeCounter;

/// <summary>1. You say who gets the next turn: "A B" is a turn of A, and then one of B.</summary>
public static class Turns
{
    /// <summary>A and B each add one to a HastyCounter. It is to end at 1, not at 2.</summary>
    public static string LosesAnUpdate => "A A B B";
}

/// <summary>2. One thread that runs what is posted to it, piece by piece.</summary>
public sealed class EventLoop : SynchronizationContext
{
    /// <summary>Called when code can go on after an await; that may be on any thread.</summary>
    public override void Post(SendOrPostCallback piece, object? state)
    {
        ThreadPool.QueueUserWorkItem(_ => piece(state));
    }

    /// <summary>Runs the work to its end, all of it on the thread that calls.</summary>
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

/// <summary>3. A counter for those who take turns on a loop. It needs no lock.</summary>
public sealed class Counter
{
    int count;

    public int Value => count;

    /// <summary>Adds one, and lets the others have a turn.</summary>
    public async Task IncrementAsync()
    {
        var seen = count;
        await Task.Yield();
        count = seen + 1;
    }
}
