// wrong: threads for all, and one lock around the work, as if there were a GIL -> don't hold `results`
// hint /lock \(\w+\) (?:\{ )?(?:try \{ )?\w+\[\w+\] = \w+\(/: One lock around the work makes the workers take turns. What do two of them share at all?
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new BigInteger[numbers.Length];
        var failures = new Exception?[numbers.Length];
        var workers = new Thread[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var slot = i;
            workers[i] = new Thread(() =>
            {
                lock (results)
                {
                    try
                    {
                        results[slot] = factorial(numbers[slot]);
                    }
                    catch (Exception failure)
                    {
                        failures[slot] = failure;
                    }
                }
            });
            workers[i].Start();
        }
        foreach (var worker in workers)
            worker.Join();
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results : throw new AggregateException(failed);
    }
}
