namespace Katas.SemaphoreGate;

/// <summary>Lets in as many as there are places; the others wait outside.</summary>
public sealed class Gate(int places)
{
    int free = places;

    /// <summary>Waits for a place, does the work, and leaves the place to the next.</summary>
    public void Pass(Action work)
    {
        while (free == 0)
            Thread.Yield();

        free--;
        work();
        free++;
    }
}
