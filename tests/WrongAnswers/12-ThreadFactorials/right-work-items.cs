// right: work items of the thread pool, and a count-down in place of the joins
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new BigInteger[numbers.Length];
        var failures = new Exception?[numbers.Length];
        using var left = new CountdownEvent(numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            var slot = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                try
                {
                    results[slot] = factorial(numbers[slot]);
                }
                catch (Exception failure)
                {
                    failures[slot] = failure;
                }
                left.Signal();
            });
        }
        left.Wait();
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results : throw new AggregateException(failed);
    }
}
