// wrong: a volatile count; between the look and the step inside there is still time -> more are inside than there are places
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
