// wrong: all workers put their failure into one variable, without a lock -> data race
// hint /\bException\?? (\w+) = null;.*\bcatch\b[^{}]*\{ \1 (?:\?\?)?= /: All workers write this one variable, and two of them may fail at once. How is it with the results?
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new BigInteger[numbers.Length];
        Exception? failed = null;
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
                    failed = failure;
                }
            });
            workers[i].Start();
        }
        foreach (var worker in workers)
            worker.Join();
        return failed is null ? results : throw failed;
    }
}
