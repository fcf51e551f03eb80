// right: a semaphore that could take more than it gave, and never has to
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim free = new(places);

    public void Pass(Action work)
    {
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
