// wrong: the list of primes is static, and the next search adds to it -> A second search knows nothing of the first
// hint /static readonly List<int>/: A static outlives the call: the next search finds the primes of this one.
namespace Katas.Primes;

public static class PrimeSearch
{
    static readonly List<int> primes = [];

    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var threads = Enumerable.Range(0, workers).Select(first => new Thread(() =>
        {
            for (var n = 2 + first; n <= limit; n += workers)
                if (isPrime(n))
                    lock (primes) primes.Add(n);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        lock (primes) return [.. primes.Order()];
    }
}
