// wrong: reads once to decide and once more to compare, so the comparison says nothing about the decision -> the higher value was written over
// hint /CompareExchange\(ref (\w+), \w+, (?:Volatile\.Read\(ref \1\)|\1)\)/: You decide on one read and compare with another. Compare with what you have decided on.
namespace Katas.AtomicCounter;

public sealed class Tally
{
    int count;
    int highest;

    public int Count => Volatile.Read(ref count);

    public int Highest => Volatile.Read(ref highest);

    public int Next() => Interlocked.Increment(ref count);

    public void Measure(int value)
    {
        if (value > Volatile.Read(ref highest))
            Interlocked.CompareExchange(ref highest, value, Volatile.Read(ref highest));
    }
}
