// wrong: reads before it takes the lock, and locks only the write -> lost update
// hint /= count \+ 1; lock/: What you have read before the lock may be old by the time you hold it.
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
