// right: goes round until it has taken a place that it saw free, in one step
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    int free = places;

    public void Pass(Action work)
    {
        while (true)
        {
            var seen = Volatile.Read(ref free);
            if (seen > 0 && Interlocked.CompareExchange(ref free, seen - 1, seen) == seen) break;
            Thread.Yield();
        }
        try
        {
            work();
        }
        finally
        {
            Interlocked.Increment(ref free);
        }
    }
}
