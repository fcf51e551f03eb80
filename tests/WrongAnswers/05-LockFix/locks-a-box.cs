// wrong: locks on a number, and each boxing makes a new object -> lost update
// hint /lock \(\(object\)/: A number becomes a new object each time it is locked on: nobody shares a lock.
namespace Katas.LockFix;

public sealed class Counter
{
    int count;

    public int Value
    {
        get
        {
            lock ((object)count) return count;
        }
    }

    public void Increment()
    {
        lock ((object)count) count++;
    }
}
