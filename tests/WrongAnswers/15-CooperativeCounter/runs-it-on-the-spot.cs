// wrong: whoever posts runs the piece as well, there and then -> an update was lost
// hint /object\? state\) \{ piece\(state\); \}/: Whoever completes something calls `Post`. It may put the piece down, and no more; `Run` takes it up.
using System.Collections.Concurrent;

namespace Katas.CooperativeCounter;

public static class Turns
{
    public static string LosesAnUpdate => "A B A B";
}

public sealed class EventLoop : SynchronizationContext
{

    public override void Post(SendOrPostCallback piece, object? state)
    {
        piece(state);
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
