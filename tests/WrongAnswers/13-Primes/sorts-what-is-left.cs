// wrong: sorts at the end, but adds without a lock -> data race
// hint /^(?!.*\block \().*\b(\w+)\.Add\(.*\b\1\.(?:Sort|Order)\w*\(/: To sort is right, but what got lost in `Add` no sort brings back. Who shares this list?
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
        }
        foreach (var thread in threads)
            thread.Join();
        primes.Sort();
        return primes;
    }
}
