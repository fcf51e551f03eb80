// wrong: catches what goes wrong, and tells nobody -> the caller never heard what went wrong
// hint /^(?!.*\bthrow\b).*\bcatch\b/: You catch what a worker throws, and then nobody tells the caller.
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new BigInteger[numbers.Length];
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
                catch (Exception)
                {
                    results[slot] = -1;
                }
            });
            workers[i].Start();
        }
        foreach (var worker in workers)
            worker.Join();
        return results;
    }
}
