// wrong: hands the slots out while the workers are still at it -> a result is missing
// hint /^(?!.*\.(?:Join|Wait\w*|SignalAndWait)\().*\.Start\(\)/: Nobody waits for the workers: the slots are handed out while they are still at it.
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
                try
                {
                    results[slot] = factorial(numbers[slot]);
                }
                catch (Exception failure)
                {
                    failures[slot] = failure;
                }
            });
            workers[i].Start();
        }
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results : throw new AggregateException(failed);
    }
}
