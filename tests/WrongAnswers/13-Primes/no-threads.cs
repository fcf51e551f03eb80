// wrong: leaves the workers out and tests one number after the other -> never ran at the same time
// hint /^(?!.*(?:new Thread|Task|ThreadPool|Parallel))/: Nothing here starts a thread: the caller tests one number after the other.
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        var primes = new List<int>();
        for (var n = 2; n <= limit; n++)
            if (isPrime(n)) primes.Add(n);
        return primes;
    }
}
