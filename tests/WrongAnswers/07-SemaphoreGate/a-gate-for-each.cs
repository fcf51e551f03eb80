// wrong: every visitor gets a semaphore to himself -> more are inside than there are places
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    public void Pass(Action work)
    {
        var free = new SemaphoreSlim(places, places);
        free.Wait();
        try
        {
            work();
        }
        finally
        {
            free.Release();
        }
    }
}
