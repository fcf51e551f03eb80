namespace Katas.Primes;

public static class PrimeSearch
{
    /// <summary>The primes from 2 up to the limit, in ascending order.</summary>
    /// <param name="workers">How many threads share the work, from 1.</param>
    /// <param name="isPrime">How a number is tested; for real, it is TrialDivision.IsPrime.</param>
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        // A list for each worker: nobody else adds to it, so nobody has to wait for a lock.
        var found = new List<int>[workers];
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            threads[w] = new Thread(() =>
            {
                // In turn rather than in ranges: large numbers take longer, and so everybody gets
                // small ones and large ones.
                var mine = new List<int>();
                for (var n = 2 + worker; n <= limit; n += workers)
                    if (isPrime(n)) mine.Add(n);
                found[worker] = mine;
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();

        // What they found is put together by one thread, after all the joins. Each list is in
        // order, all of them together are not.
        var primes = found.SelectMany(list => list).ToList();
        primes.Sort();
        return primes;
    }
}
