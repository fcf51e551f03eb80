// wrong: updates atomically, but reads as if nobody wrote meanwhile -> data race
// hint /^(?!.*\bvolatile\b)(?=.*CompareExchange).*int (?:Count|Highest) (?:\{ get )?(?:=>|\{ return) (?!Volatile|Interlocked)\w+;/: All updates are steps of their own, but `Count` or `Highest` is still a plain read of what others write.
namespace Katas.AtomicCounter;

public sealed class Tally
{
    int count;
    int highest;

    public int Count => count;

    public int Highest => highest;

    public int Next() => Interlocked.Increment(ref count);

    public void Measure(int value)
    {
        var seen = Volatile.Read(ref highest);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref highest, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
