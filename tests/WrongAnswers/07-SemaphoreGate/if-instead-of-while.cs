// wrong: woken up, it takes a place without looking whether somebody was quicker -> visits
// hint /\bif \([^{};]*\) (?:\{ )?Monitor\.Wait\(\w+\)/: Who is woken doesn't have the place yet: somebody may be quicker. So look again.
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly object gate = new();
    int free = places;

    public void Pass(Action work)
    {
        lock (gate)
        {
            if (free == 0)
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
