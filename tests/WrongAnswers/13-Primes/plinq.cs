// wrong: perhaps right, but the explorer doesn't know PLINQ yet (once it does, this is a right answer) -> the explorer doesn't know it yet, though it may well be right
namespace Katas.Primes;

public static class PrimeSearch
{
    public static List<int> UpTo(int limit, int workers, Func<int, bool> isPrime)
    {
        return Enumerable.Range(2, Math.Max(limit - 1, 0))
            .AsParallel().AsOrdered().WithDegreeOfParallelism(workers)
            .Where(isPrime).ToList();
    }
}
