// right: guesses that nothing has been measured yet, and learns from the first refusal
namespace Katas.AtomicCounter;

public sealed class Tally
{
    int count;
    int highest;

    public int Count => Volatile.Read(ref count);

    public int Highest => Volatile.Read(ref highest);

    public int Next() => Interlocked.Increment(ref count);

    public void Measure(int value)
    {
        var guess = 0;
        while (value > guess)
        {
            var found = Interlocked.CompareExchange(ref highest, value, guess);
            if (found == guess) return;
            guess = found;
        }
    }
}
