// wrong: a lock lets in one, however many places there are -> deadlock
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
