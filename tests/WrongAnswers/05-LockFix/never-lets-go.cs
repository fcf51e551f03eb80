// wrong: takes the lock and never gives it back -> deadlock
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
        Monitor.Enter(gate);
        count++;
    }
}
