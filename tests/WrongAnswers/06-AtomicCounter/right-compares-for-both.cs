// right: compares and exchanges for the count as well, until nobody was quicker
namespace Katas.AtomicCounter;

public sealed class Tally
{
    int count;
    int highest;

    public int Count => Volatile.Read(ref count);

    public int Highest => Volatile.Read(ref highest);

    public int Next()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref count);
        }
        while (Interlocked.CompareExchange(ref count, seen + 1, seen) != seen);
        return seen + 1;
    }

    public void Measure(int value)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref highest);
            if (value <= seen) return;
        }
        while (Interlocked.CompareExchange(ref highest, value, seen) != seen);
    }
}
