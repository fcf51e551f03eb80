// right: Monitor.Enter and Exit in try and finally, which is what lock stands for
namespace Katas.LockFix;

public sealed class Counter
{
    readonly object gate = new();
    int count;

    public int Value
    {
        get
        {
            Monitor.Enter(gate);
            try
            {
                return count;
            }
            finally
            {
                Monitor.Exit(gate);
            }
        }
    }

    public void Increment()
    {
        Monitor.Enter(gate);
        try
        {
            count++;
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }
}
