// wrong: the workers read the loop variable, which has moved on when they begin -> IndexOutOfRangeException
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
