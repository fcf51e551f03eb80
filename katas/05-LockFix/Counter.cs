namespace Katas.LockFix;

public sealed class Counter
{
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
        count++;
    }
}
