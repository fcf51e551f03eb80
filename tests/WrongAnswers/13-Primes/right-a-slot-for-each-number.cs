// right: a slot for each number, which says whether it is a prime
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var found = new bool[Math.Max(limit + 1, 0)];
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            threads[w] = new Thread(() =>
            {
                for (var n = 2 + worker; n <= limit; n += workers)
                    found[n] = isPrime(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return Enumerable.Range(0, found.Length).Where(n => found[n]).ToList();
    }
}
