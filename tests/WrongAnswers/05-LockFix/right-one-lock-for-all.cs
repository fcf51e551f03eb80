// right: a static lock for all counters; more waiting than needed, but nothing is lost
namespace Katas.LockFix;

public sealed class Counter
{
    static readonly object Gate = new();
    int count;

    public int Value
    {
        get
        {
            lock (Gate) return count;
        }
    }

    public void Increment()
    {
        lock (Gate) count++;
    }
}
