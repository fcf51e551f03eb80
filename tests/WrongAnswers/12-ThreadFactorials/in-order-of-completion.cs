// wrong: appends the results as they come -> in another's slot
// hint /\bList<BigInteger>.*\.Add\(\w+\)/: They may end in any order, and so the results come in any order. How does each find its place?
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new List<BigInteger>();
        var failures = new Exception?[numbers.Length];
        var workers = new Thread[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var slot = i;
            workers[i] = new Thread(() =>
            {
                try
                {
                    var result = factorial(numbers[slot]);
                    lock (results)
                        results.Add(result);
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
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results.ToArray() : throw new AggregateException(failed);
    }
}
