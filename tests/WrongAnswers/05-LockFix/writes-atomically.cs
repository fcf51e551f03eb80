// wrong: writes with Interlocked what it has read without -> lost update
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
        Interlocked.Exchange(ref count, count + 1);
    }
}
