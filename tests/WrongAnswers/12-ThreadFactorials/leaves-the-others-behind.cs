// wrong: throws as soon as it finds the first that failed, before it has joined the others -> left behind
// hint /\.Join\(\); if \([^;]*\) (?:\{ )?throw\b/: You throw at the first failure you meet, and leave behind all who are not joined yet.
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
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i].Join();
            if (failures[i] is { } failure) throw failure;
        }
        return results;
    }
}
