namespace Katas.AtomicCounter;

public sealed class Tally
{
    int count;
    int highest;

    public int Count => count;

    public int Highest => highest;

    /// <summary>Counts one more, and returns its number: the first is 1.</summary>
    public int Next()
    {
        count++;
        return count;
    }

    /// <summary>Keeps the highest of all values so far; at first it is 0.</summary>
    public void Measure(int value)
    {
        if (value > highest)
            highest = value;
    }
}
