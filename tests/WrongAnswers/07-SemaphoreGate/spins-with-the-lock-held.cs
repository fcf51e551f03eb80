// wrong: waits for a place with the lock held, which whoever leaves needs as well -> livelock
// hint /lock \(\w+\) \{ while \([^{};]*\) (?:\{ (?:Thread\.\w+\([^)]*\); )?\}|;|Thread\.\w+\([^)]*\);)/: You wait for a place with the lock held, and who leaves needs that lock. `Monitor.Wait` lets go of it.
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly object gate = new();
    int inside;

    public void Pass(Action work)
    {
        lock (gate)
        {
            while (inside == places) Thread.Yield();
            inside++;
        }
        try
        {
            work();
        }
        finally
        {
            lock (gate) inside--;
        }
    }
}
