// wrong: locks the increment but not the read of the value -> data race
// hint /^(?=.*lock \().*(get \{ return|get =>|Value =>) count;/: `Value` reads the count while others write it: it needs the lock as well.
namespace Katas.LockFix;

public sealed class Counter
{
    readonly object gate = new();
    int count;

    public int Value
    {
        get
        {
            return count;
        }
    }

    public void Increment()
    {
        lock (gate) count++;
    }
}
