// wrong: ranges of the same length, rounded down, and nobody takes the rest -> a prime is missing
// hint /^(?!.*workers - 1)(?!.*Math\.Min).*?(\w+) = [^;]*/ workers;.*(?:\(\w+ \+ 1\) \* \1|\1 \* \(\w+ \+ 1\))/: The division rounds down, and the numbers left over at the end belong to nobody.
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var size = (limit - 1) / workers;
        var found = new List<int>[workers];
        for (var i = 0; i < workers; i++)
            found[i] = [];
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            threads[w] = new Thread(() =>
            {
                for (var n = 2 + worker * size; n < 2 + (worker + 1) * size; n++)
                    if (isPrime(n)) found[worker].Add(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return found.SelectMany(list => list).ToList();
    }
}
