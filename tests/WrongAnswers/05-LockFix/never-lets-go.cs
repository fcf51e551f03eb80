// wrong: takes the lock and never gives it back -> deadlock
// hint /^(?!.*Exit\().*Monitor\.Enter\(/: What is entered must be left again: `Exit`, in a `finally`.
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
