// wrong: gives the place back at the end, which is skipped when the work throws -> deadlock
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim free = new(places, places);

    public void Pass(Action work)
    {
        free.Wait();
        work();
        free.Release();
    }
}
