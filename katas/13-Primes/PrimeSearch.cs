namespace Katas.Primes;

public static class PrimeSearch
{
    /// <summary>The primes from 2 up to the limit, in ascending order.</summary>
    /// <param name="workers">How many threads share the work, from 1.</param>
    /// <param name="isPrime">How a number is tested; for real, it is TrialDivision.IsPrime.</param>
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var primes = new List<int>();
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            // The first worker takes 2, the next one 3, and so on in turn.
            var first = 2 + w;
            threads[w] = new Thread(() =>
            {
                for (var n = first; n <= limit; n += workers)
                    if (isPrime(n)) primes.Add(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return primes;
    }
}
