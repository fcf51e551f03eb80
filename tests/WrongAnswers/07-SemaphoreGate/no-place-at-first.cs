// wrong: begins with no free place, as if somebody had to open -> deadlock
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim free = new(0, places);

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
