// wrong: leaves the increment out when the lock is taken -> should be 2 but was 1
// hint /if \(!?(?:Monitor|\w+)\.TryEnter\(/: `TryEnter` doesn't wait: when the lock is taken, this increment is left out.
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
        if (!Monitor.TryEnter(gate)) return;
        count++;
        Monitor.Exit(gate);
    }
}
