// wrong: gives the value up when another thread was quicker -> the higher value was written over
// hint /^(?!.*\b(?:while|for|do|goto)\b)(?!.*Measure\(.*Measure\().*CompareExchange\(ref (\w+), [a-z]\w*, (?!\1\b)[a-z]\w*\)/: When another thread is quicker, the swap does nothing, and your value is forgotten.
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
        var seen = Volatile.Read(ref highest);
        if (value > seen)
            Interlocked.CompareExchange(ref highest, value, seen);
    }
}
