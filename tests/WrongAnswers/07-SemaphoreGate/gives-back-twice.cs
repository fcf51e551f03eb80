// wrong: gives the place back in the catch and in the finally -> more are inside than there are places
// hint /\bcatch\b[^{}]*\{[^{}]*\.Release\(\);[^{}]*\} finally \{[^{}]*\.Release\(\)/: When the work throws, the `catch` gives the place back, and the `finally` once more.
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
