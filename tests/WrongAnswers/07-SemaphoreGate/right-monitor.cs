// right: a count of its own, guarded by a monitor
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly object gate = new();
    int free = places;

    public void Pass(Action work)
    {
        lock (gate)
        {
            while (free == 0)
                Monitor.Wait(gate);
            free--;
        }
        try
        {
            work();
        }
        finally
        {
            lock (gate)
            {
                free++;
                Monitor.Pulse(gate);
            }
        }
    }
}
