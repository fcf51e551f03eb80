// wrong: a lock lets in one, however many places there are -> deadlock
// hint /lock \(\w+\) (?:\{ )?\w+(?:\.Invoke)?\(\);/: A lock lets in one at a time, however many places there are.
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    readonly object free = new();

    int Places => places;

    public void Pass(Action work)
    {
        lock (free)
            work();
    }
}
