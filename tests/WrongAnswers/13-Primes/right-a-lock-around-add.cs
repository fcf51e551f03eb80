// right: one list, a lock around Add and nothing else, sorted at the end
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var primes = new List<int>();
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            threads[w] = new Thread(() =>
            {
                for (var n = 2 + worker; n <= limit; n += workers)
                    if (isPrime(n))
                    {
                        lock (primes)
                            primes.Add(n);
                    }
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        primes.Sort();
        return primes;
    }
}
