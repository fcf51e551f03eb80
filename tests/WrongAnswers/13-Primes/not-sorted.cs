// wrong: loses none, and leaves them in the order in which they were found -> out of order
// hint /^(?!.*\b(?:Sort|Order|OrderBy)\()(?!.*\b(?:SelectMany|AddRange|Concat)\()(?=.*\.Join\()(?=.*\block \().*\w\.Add\(/: None is lost, but they stand as they were found, and that is luck. When is it safe to sort?
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
        return primes;
    }
}
