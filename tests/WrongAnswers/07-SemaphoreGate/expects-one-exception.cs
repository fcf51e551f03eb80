// wrong: gives the place back after the exceptions that it has thought of -> deadlock
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
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            free.Release();
            throw;
        }
        free.Release();
    }
}
