// wrong: catches around Start and Join, where no exception of a worker ever comes by -> an exception that leaves a thread ends the process
// hint /\btry \{(?:(?!\bcatch\b).)*new Thread\((?:(?!\bcatch\b).)*\.(?:Start|Join)\(/: This `try` is on the caller's thread. An exception of a worker goes up on the worker's own.
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new BigInteger[numbers.Length];
        var workers = new Thread[numbers.Length];
        try
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                var slot = i;
                workers[i] = new Thread(() => results[slot] = factorial(numbers[slot]));
                workers[i].Start();
            }
            foreach (var worker in workers)
                worker.Join();
        }
        catch (Exception failure)
        {
            throw new AggregateException(failure);
        }
        return results;
    }
}
