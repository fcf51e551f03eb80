// wrong: the results are static: two calls at once write into one array -> Two calls at once have nothing in common
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    static BigInteger[] results = [];

    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        Interlocked.Exchange(ref results, new BigInteger[numbers.Length]);
        var failures = new Exception?[numbers.Length];
        var threads = Enumerable.Range(0, numbers.Length).Select(slot => new Thread(() =>
        {
            try
            {
                var result = factorial(numbers[slot]);
                Volatile.Read(ref results)[slot] = result;
            }
            catch (Exception failure)
            {
                failures[slot] = failure;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? Volatile.Read(ref results) : throw new AggregateException(failed);
    }
}
