// wrong: a thread for each, but waits for it before it starts the next -> never ran at the same time
// hint /(\b\w+(?:\[\w+\])?)\.Start\(\); \1\.Join\(\)/: Each worker is joined before the next is started. Start all, then join all.
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
            workers[i].Join();
        }
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results : throw new AggregateException(failed);
    }
}
