// wrong: a gate that stands open -> more are inside than there are places
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    int Places => places;

    public void Pass(Action work)
    {
        work();
    }
}
