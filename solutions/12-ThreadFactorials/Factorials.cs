using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    /// <summary>The factorial of each number, at the number's index.</summary>
    /// <param name="factorial">How one is computed; for real, it is Factorial.Of.</param>
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        // A slot for each worker. No two of them touch the same one, so no lock is needed.
        var results = new BigInteger[numbers.Length];
        var failures = new Exception?[numbers.Length];
        var workers = new Thread[numbers.Length];

        for (var i = 0; i < numbers.Length; i++)
        {
            var slot = i; // not i: that one moves on before the worker reads it
            workers[slot] = new Thread(() =>
            {
                try
                {
                    results[slot] = factorial(numbers[slot]);
                }
                catch (Exception failure)
                {
                    // An exception that leaves a thread ends the process. It can't jump to the
                    // caller, who is on another thread: so it is put down, like a result.
                    failures[slot] = failure;
                }
            });
            workers[slot].Start();
        }

        // First all the joins, even if one has failed: nobody is left behind at work. And only
        // after Join may the slots be read.
        foreach (var worker in workers)
            worker.Join();

        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results : throw new AggregateException(failed);
    }
}
