// wrong: a thread for each part, and waits for it before it starts the next -> never ran at the same time
// hint /(\b\w+(?:\[\w+\])?)\.Start\(\); \1\.Join\(\)/: Each worker is joined before the next is started. Start all, then join all.
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
                    if (isPrime(n)) primes.Add(n);
            });
            threads[w].Start();
            threads[w].Join();
        }
        primes.Sort();
        return primes;
    }
}
