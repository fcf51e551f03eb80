// right: who is free takes the next number, so that nobody is idle
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var found = new bool[Math.Max(limit + 1, 0)];
        var next = 1;
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            threads[w] = new Thread(() =>
            {
                for (var n = Interlocked.Increment(ref next); n <= limit; n = Interlocked.Increment(ref next))
                    found[n] = isPrime(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return Enumerable.Range(0, found.Length).Where(n => found[n]).ToList();
    }
}
