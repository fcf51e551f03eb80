// wrong: one lock for the increment, another for the value -> data race
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
