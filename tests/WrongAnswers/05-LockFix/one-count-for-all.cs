// wrong: makes the count static along with its lock, so that all counters are one -> should be 1 but was 3
// hint /static int \w+/: A static is shared by all counters: each needs a count of its own.
namespace Katas.LockFix;

public sealed class Counter
{
    static readonly object Gate = new();
    static int count;

    public int Value
    {
        get
        {
            lock (Gate) return count;
        }
    }

    public void Increment()
    {
        lock (Gate) count++;
    }
}
