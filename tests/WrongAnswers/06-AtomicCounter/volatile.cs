// wrong: volatile fields, which order single reads and writes and join none -> lost update
namespace Katas.AtomicCounter;

public sealed class Tally
{
    volatile int count;
    volatile int highest;

    public int Count => count;

    public int Highest => highest;

    public int Next() => ++count;

    public void Measure(int value)
    {
        if (value > highest)
            highest = value;
    }
}
