// wrong: the workers read the loop variable, which has moved on when they begin -> IndexOutOfRangeException
// hint /for \((?:var|int) (\w+) = .*new Thread\(\(\) => [^;]*\[\1\]/: All workers share the loop's one variable, and it moves on: give each its own.
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
            workers[i] = new Thread(() =>
            {
                results[i] = factorial(numbers[i]);
            });
            workers[i].Start();
        }
        foreach (var worker in workers)
            worker.Join();
        return results;
    }
}
