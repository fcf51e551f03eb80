// right: volatile fields for the readers, and Interlocked for the writers
namespace Katas.AtomicCounter;

public sealed class Tally
{
    volatile int count;
    volatile int highest;

    public int Count => count;

    public int Highest => highest;

    public int Next() => Interlocked.Increment(ref count);

    public void Measure(int value)
    {
        var seen = highest;
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref highest, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
