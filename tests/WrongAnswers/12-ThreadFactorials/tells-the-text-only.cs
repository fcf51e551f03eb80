// wrong: throws a new exception with the old one's text, and loses the old one -> the caller never heard what went wrong
// hint /throw new \w+\([^();]*\.Message\)/: You throw another exception with the same text: what really went wrong is lost.
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
        foreach (var worker in workers)
            worker.Join();
        foreach (var failure in failures)
            if (failure is not null) throw new InvalidOperationException(failure.Message);
        return results;
    }
}
