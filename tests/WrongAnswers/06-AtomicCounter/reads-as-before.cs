// wrong: updates atomically, but reads as if nobody wrote meanwhile -> data race
namespace Katas.AtomicCounter;

public sealed class Tally
{
    int count;
    int highest;

    public int Count => count;

    public int Highest => highest;

    public int Next() => Interlocked.Increment(ref count);

    public void Measure(int value)
    {
        var seen = Volatile.Read(ref highest);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref highest, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
