// wrong: keeps the first for the caller, who computes it before it starts the others -> never ran at the same time
// hint /(\w+)\[0\] = \w+\(\w+\[0\]\);.*new Thread\(/: The caller is busy with its own before it has started the others.
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new BigInteger[numbers.Length];
        var failures = new Exception?[numbers.Length];
        var workers = new Thread[numbers.Length];
        results[0] = factorial(numbers[0]);
        for (var i = 1; i < numbers.Length; i++)
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
        foreach (var worker in workers.Skip(1))
            worker.Join();
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results : throw new AggregateException(failed);
    }
}
