// wrong: one lock for the increment, another for the value -> data race
// hint /lock \((\w+)\) return count;.*lock \((?!\1\))\w+\) count\+\+/: `Value` and `Increment` take different locks, which keep nobody out.
namespace Katas.LockFix;

public sealed class Counter
{
    readonly object writeGate = new();
    readonly object readGate = new();
    int count;

    public int Value
    {
        get
        {
            lock (readGate) return count;
        }
    }

    public void Increment()
    {
        lock (writeGate) count++;
    }
}
