// wrong: writes the highest atomically, on a decision that may be out of date -> the higher value was written over
// hint /if \([^{};]*\) (?:\{ )?Interlocked\.Exchange\(ref \w+, \w+\)/: `Exchange` writes in one step, but doesn't look: the highest may have grown since you did.
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
            Interlocked.Exchange(ref highest, value);
    }
}
