// wrong: enters one boxed number and exits another -> SynchronizationLockException
namespace Katas.LockFix;

public sealed class Counter
{
    const int Gate = 1;
    int count;

    public int Value
    {
        get
        {
            Monitor.Enter(Gate);
            var value = count;
            Monitor.Exit(Gate);
            return value;
        }
    }

    public void Increment()
    {
        Monitor.Enter(Gate);
        count++;
        Monitor.Exit(Gate);
    }
}
