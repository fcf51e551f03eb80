// wrong: lets go of the lock after each number, but still tests under it -> don't hold `primes`
// hint /lock \(\w+\) (?:\{ )?if \(\w+\(\w+\)\)/: The test is under the lock, so only one worker computes at a time. What needs the lock?
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
                    lock (primes)
                        if (isPrime(n)) primes.Add(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        primes.Sort();
        return primes;
    }
}
