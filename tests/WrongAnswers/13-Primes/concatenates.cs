// wrong: a list for each worker, one after the other, though the workers took numbers in turn -> out of order
// hint /^(?!.*\b(?:Sort|Order|OrderBy)\()(?=.*\+= workers).*\b(?:SelectMany|AddRange|Concat)\(/: Each list is in order, but they took the numbers in turn: one list after the other is not.
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var found = new List<int>[workers];
        for (var i = 0; i < workers; i++)
            found[i] = [];
        var threads = new Thread[workers];
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            threads[w] = new Thread(() =>
            {
                for (var n = 2 + worker; n <= limit; n += workers)
                    if (isPrime(n)) found[worker].Add(n);
            });
            threads[w].Start();
        }
        foreach (var thread in threads)
            thread.Join();
        return found.SelectMany(list => list).ToList();
    }
}
