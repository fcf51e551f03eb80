// wrong: perhaps right, but the explorer doesn't know Parallel yet (once it does, this is a right answer) -> Parallel.For
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var found = new bool[Math.Max(limit + 1, 0)];
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers };
        Parallel.For(2, limit + 1, options, n => found[n] = isPrime(n));
        return Enumerable.Range(0, found.Length).Where(n => found[n]).ToList();
    }
}
