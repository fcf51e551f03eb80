// right: lock on an object that is there for nothing else
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
        lock (gate) count++;
    }
}
