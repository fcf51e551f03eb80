// wrong: a lock, which is right and not what this kata is about -> there is a lock, or something that acts as one
// hint /^(?!.*Interlocked).*\block \(/: A lock is safe, but who is stopped inside holds up the rest. Begin with the count: it has a step of its own.
namespace Katas.AtomicCounter;

public sealed class Tally
{
    readonly Lock gate = new();
    int count;
    int highest;

    public int Count
    {
        get
        {
            lock (gate) return count;
        }
    }

    public int Highest
    {
        get
        {
            lock (gate) return highest;
        }
    }

    public int Next()
    {
        lock (gate) return ++count;
    }

    public void Measure(int value)
    {
        lock (gate) highest = Math.Max(highest, value);
    }
}
