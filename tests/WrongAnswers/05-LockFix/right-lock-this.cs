// right: lock on the counter itself; it works, as long as nobody outside locks on it too
namespace Katas.LockFix;

public sealed class Counter
{
    int count;

    public int Value
    {
        get
        {
            lock (this) return count;
        }
    }

    public void Increment()
    {
        lock (this) count++;
    }
}
