// wrong: takes a new lock each time, which nobody else can hold -> lost update
// hint /lock \(new /: Everybody locks an object of their own, which nobody else can hold.
namespace Katas.LockFix;

public sealed class Counter
{
    int count;

    public int Value
    {
        get
        {
            lock (new object()) return count;
        }
    }

    public void Increment()
    {
        lock (new object()) count++;
    }
}
