// wrong: reads before it takes the lock, and locks only the write -> lost update
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
        var next = count + 1;
        lock (gate) count = next;
    }
}
