namespace Katas.AtomicCounter;

public sealed class Tally
{
    int count;
    int highest;

    // Others write meanwhile: Volatile says so to the compiler and the processor.
    public int Count => Volatile.Read(ref count);

    public int Highest => Volatile.Read(ref highest);

    /// <summary>Counts one more, and returns its number: the first is 1.</summary>
    public int Next()
    {
        // Read, add and write are one step, and what it returns is what that step wrote. To read
        // the count afterwards would be a second step: by then another thread may have counted on.
        return Interlocked.Increment(ref count);
    }

    /// <summary>Keeps the highest of all values so far; at first it is 0.</summary>
    public void Measure(int value)
    {
        var seen = Volatile.Read(ref highest);
        while (value > seen)
        {
            // Writes only if the highest is still the one that the decision was made on.
            var before = Interlocked.CompareExchange(ref highest, value, seen);
            if (before == seen) return;

            // Another thread was quicker. Decide again, on what it has left.
            seen = before;
        }
        // It ends: each round that fails, fails because the highest has grown, and it can't grow
        // past the value without ending the loop.
    }
}
