// wrong: the whole search under one lock, so that one computes and the others wait -> don't hold `primes`
// hint /lock \(\w+\) (?:\{ )?for \(/: The whole search is under the lock, so only one worker computes at a time. What needs the lock?
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
                lock (primes)
                {
                    for (var n = 2 + worker; n <= limit; n += workers)
                        if (isPrime(n)) primes.Add(n);
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
