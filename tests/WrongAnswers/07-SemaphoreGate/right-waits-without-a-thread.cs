// right: enters by WaitAsync, and waits for the task that this gives
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim permits = new(places, places);

    public void Pass(Action work)
    {
        permits.WaitAsync().GetAwaiter().GetResult();
        try
        {
            work();
        }
        finally
        {
            permits.Release();
        }
    }
}
