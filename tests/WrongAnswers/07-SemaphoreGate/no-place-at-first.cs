// wrong: begins with no free place, as if somebody had to open -> deadlock
// hint /SemaphoreSlim(?: \w+ = new(?: SemaphoreSlim)?)?\(0\b/: It begins without a permit, and nobody is inside to give one back. How many places are free at first?
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
