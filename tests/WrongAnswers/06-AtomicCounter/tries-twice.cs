// wrong: tries once more, as if nobody could be quicker twice -> written over, or given up
// hint /for \((?:var|int) (\w+) = \d+; \1 <=? \d+;.*CompareExchange/: However often you try, each time somebody else may be quicker. What tells you that you are done?
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
        for (var tries = 0; tries < 2; tries++)
        {
            var seen = Volatile.Read(ref highest);
            if (value <= seen) return;
            if (Interlocked.CompareExchange(ref highest, value, seen) == seen) return;
        }
    }
}
