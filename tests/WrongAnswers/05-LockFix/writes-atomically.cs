// wrong: writes with Interlocked what it has read without -> lost update
// hint /Interlocked\.Exchange\(ref count, count/: The write is one step, but the read came before it: both have to be one.
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
