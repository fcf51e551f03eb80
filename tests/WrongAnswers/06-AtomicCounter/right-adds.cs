// right: Add instead of Increment, and reads with Interlocked too
namespace Katas.AtomicCounter;

public sealed class Tally
{
    int count;
    int highest;

    public int Count => Interlocked.CompareExchange(ref count, 0, 0);

    public int Highest => Interlocked.Add(ref highest, 0);

    public int Next() => Interlocked.Add(ref count, 1);

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
