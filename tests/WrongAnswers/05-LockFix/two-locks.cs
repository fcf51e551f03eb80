// wrong: reads under one lock and writes under another -> lost update
// hint /lock \((\w+)\) \w+ = count; lock \((?!\1\))/: Different locks don't keep each other out, and in between you hold none.
namespace Katas.LockFix;

public sealed class Counter
{
    readonly object readGate = new();
    readonly object writeGate = new();
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
        int old;
        lock (readGate) old = count;
        lock (writeGate) count = old + 1;
    }
}
