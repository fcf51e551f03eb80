// wrong: doesn't catch what goes wrong in a worker, which ends the process -> an exception that leaves a thread ends the process
// hint /^(?!.*\bcatch\b)(?!.*for \((?:var|int) (\w+) = .*new Thread\(\(\) => [^;]*\[\1\]).*new Thread\(/: Nobody catches what a worker throws, and the caller can't: it is on another thread.
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
                results[slot] = factorial(numbers[slot]);
            });
            workers[i].Start();
        }
        foreach (var worker in workers)
            worker.Join();
        return results;
    }
}
