// wrong: a volatile count; between the look and the step inside there is still time -> more are inside than there are places
// hint /^(?!.*Interlocked).*\bvolatile int/: `volatile` makes each look a fresh one, but between the look and the step inside there is still time.
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    volatile int free = places;

    public void Pass(Action work)
    {
        while (free == 0)
            Thread.Yield();

        free--;
        try
        {
            work();
        }
        finally
        {
            free++;
        }
    }
}
