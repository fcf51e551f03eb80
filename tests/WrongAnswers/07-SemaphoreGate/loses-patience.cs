// wrong: waits a second, and goes in whether there is a place or not -> more are inside than there are places
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim free = new(places);

    public void Pass(Action work)
    {
        free.Wait(1000);
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
