// wrong: tries again, but always with what it saw at first -> livelock
// hint /(?:var|int) (\w+) = [^;]+; while (?!.*\b\1 = )/: The swap fails because the highest is no longer what you saw, and you never look again.
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
        while (value > seen)
        {
            if (Interlocked.CompareExchange(ref highest, value, seen) == seen) return;
        }
    }
}
