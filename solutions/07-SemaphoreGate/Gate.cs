namespace Katas.SemaphoreGate;

/// <summary>Lets in as many as there are places; the others wait outside.</summary>
public sealed class Gate(int places)
{
    // At first all places are free. There are never more of them than that: a Release without its
    // Wait would be an error, and the semaphore says so.
    readonly SemaphoreSlim free = new(places, places);

    /// <summary>Waits for a place, does the work, and leaves the place to the next.</summary>
    public void Pass(Action work)
    {
        // Before the try: who has got no place must not give one back.
        free.Wait();
        try
        {
            work();
        }
        finally
        {
            // Also when the work throws: a place that isn't given back is gone for good.
            free.Release();
        }
    }
}
