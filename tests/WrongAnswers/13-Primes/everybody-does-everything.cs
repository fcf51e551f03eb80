// wrong: each worker tests every number, and doubles are thrown away -> tested twice
// hint /new Thread\(\(\) => \{(?:(?!new Thread).)*for \((?:var|int) (\w+) = 2; \1 <= \w+; (?:\1\+\+|\+\+\1)\)/: Every worker tests every number, so nothing is won. Who takes which?
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
                for (var n = 2; n <= limit; n++)
                    if (isPrime(n)) found[worker].Add(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return found.SelectMany(list => list).Distinct().ToList();
    }
}
