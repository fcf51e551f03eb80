// wrong: gives the place back, and keeps the exception to itself -> the exception of the work is for the caller
// hint /^(?!.*\bthrow\b).*\bcatch\b/: Your `catch` keeps the exception to itself. The place is to come back, and the caller is to hear of it.
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim free = new(places, places);

    public void Pass(Action work)
    {
        free.Wait();
        try
        {
            work();
        }
        catch
        {
        }
        free.Release();
    }
}
