// right: Interlocked instead of a lock; the next kata tells more
namespace Katas.LockFix;

public sealed class Counter
{
    int count;

    public int Value
    {
        get
        {
            return Volatile.Read(ref count);
        }
    }

    public void Increment()
    {
        Interlocked.Increment(ref count);
    }
}
