// wrong: ranges that share their borders -> tested twice
// hint /for \((?:var|int) (\w+) = [^;]*; \1 <= [^;]*\(\w+ \+ 1\)[^;]*; (?:\1\+\+|\+\+\1)\)/: The last number of one range is the first of the next, and both workers test it.
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var found = new List<int>[workers];
        for (var i = 0; i < workers; i++)
            found[i] = [];
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            threads[w] = new Thread(() =>
            {
                for (var n = Math.Max(2, limit * worker / workers); n <= limit * (worker + 1) / workers; n++)
                    if (isPrime(n)) found[worker].Add(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return found.SelectMany(list => list).Distinct().ToList();
    }
}
