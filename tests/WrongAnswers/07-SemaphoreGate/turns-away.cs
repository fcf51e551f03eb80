// wrong: sends away whoever finds no place -> not every visit was made once
// hint /if \(!?\w+\.Wait\((?:0|TimeSpan\.Zero)\)\)/: Who finds no place goes away, and the work is never done. Let them wait.
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly SemaphoreSlim free = new(places, places);

    public void Pass(Action work)
    {
        if (!free.Wait(0)) return;
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
