// wrong: puts its value in, and puts back what was higher: for a moment the highest goes down -> a reader saw less
// hint /(?:\w+) = Interlocked\.Exchange\(ref (\w+), \w+\).*Interlocked\.Exchange\(ref \1, \w+\)/: For a moment the lower value is in, and a reader may see it. Which step looks before it writes?
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
        var before = Interlocked.Exchange(ref highest, value);
        while (before > value)
        {
            value = before;
            before = Interlocked.Exchange(ref highest, value);
        }
    }
}
