// wrong: always two workers, however many were asked for -> Three workers can test three numbers
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        workers = Math.Min(workers, 2);
        var size = Math.Max(limit - 1, 0) / workers;
        var found = new List<int>[workers];
        for (var i = 0; i < workers; i++)
            found[i] = [];
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            threads[w] = new Thread(() =>
            {
                var last = worker == workers - 1 ? limit : 1 + size * (worker + 1);
                for (var n = 2 + size * worker; n <= last; n++)
                    if (isPrime(n)) found[worker].Add(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return found.SelectMany(list => list).ToList();
    }
}
