// wrong: volatile fields, which order single reads and writes and join none -> lost update
// hint /^(?!.*CompareExchange).*\bvolatile int/: `volatile` orders single reads and writes; it doesn't join them into one step.
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
