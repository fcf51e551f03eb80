// wrong: locks on a number, and each boxing makes a new object -> lost update
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
