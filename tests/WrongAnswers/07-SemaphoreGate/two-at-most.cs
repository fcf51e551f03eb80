// wrong: one place or two: all larger gates have two as well -> deadlock
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim free = new(places == 1 ? 1 : 2);

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
