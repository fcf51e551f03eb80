// wrong: locks the read and then the write, and lets go in between -> lost update
// hint /lock \((\w+)\) \w+ = count; lock \(\1\)/: Between your two locks the counter is free, and somebody else gets in.
namespace Katas.LockFix;

public sealed class Counter
{
    readonly object gate = new();
    int count;

    public int Value
    {
        get
        {
            lock (gate) return count;
        }
    }

    public void Increment()
    {
        int old;
        lock (gate) old = count;
        lock (gate) count = old + 1;
    }
}
