// wrong: hands the list out while the workers are still adding to it -> a prime is missing
// hint /^(?!.*\.(?:Join|Wait\w*|SignalAndWait)\().*\.Start\(\)/: Nobody waits for the workers: the list is handed out while they are still adding.
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
        lock (primes)
            return primes.Order().ToList();
    }
}
