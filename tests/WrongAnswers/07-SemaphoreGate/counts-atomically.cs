// wrong: counts with Interlocked, but looks first and takes later -> more are inside than there are places
// hint /^(?!.*CompareExchange).*while \([^{};]*\b(\w+)\)? (?:==|<=|<) [01]\).*[;{}] Interlocked\.Decrement\(ref \1\);/: To look is one step and to take is another: in between, somebody else takes the place.
namespace Katas.SemaphoreGate;

public sealed class Gate(int places)
{
    int free = places;

    public void Pass(Action work)
    {
        while (Volatile.Read(ref free) == 0)
            Thread.Yield();

        Interlocked.Decrement(ref free);
        try
        {
            work();
        }
        finally
        {
            Interlocked.Increment(ref free);
        }
    }
}
