// wrong: waits a second, and goes in whether there is a place or not -> more are inside than there are places
// hint /[;{}] \w+\.Wait\((?:[1-9]|TimeSpan\.From)/: When the time is up, `Wait` comes back without a place, and you go in all the same.
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
