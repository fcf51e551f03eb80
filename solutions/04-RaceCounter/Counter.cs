// Given, and wrong on purpose: leave it as it is. The file to edit is Schedules.cs.
namespace Katas.RaceCounter;

public sealed class Counter
{
    int count;

    public int Value => count;

    /// <summary>Three steps: read count, add one, write count. Two of them touch memory.</summary>
    public void Increment()
    {
        count++;
    }

    public void IncrementThreeTimes()
    {
        Increment();
        Increment();
        Increment();
    }
}
