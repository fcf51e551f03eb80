// wrong: volatile orders single reads and writes, it does not join them into one step -> lost update
// hint /volatile int/: volatile orders single reads and writes; it does not join them into one step.
namespace Katas.LockFix;

public sealed class Counter
{
    volatile int count;

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
