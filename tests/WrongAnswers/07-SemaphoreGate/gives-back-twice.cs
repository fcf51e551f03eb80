// wrong: gives the place back in the catch and in the finally -> more are inside than there are places
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
        catch
        {
            free.Release();
            throw;
        }
        finally
        {
            free.Release();
        }
    }
}
