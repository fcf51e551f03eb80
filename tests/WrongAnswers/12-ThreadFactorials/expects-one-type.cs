// wrong: catches the exceptions of arithmetic, and lets all others escape from the thread -> escaped from worker
// hint /catch \((?!(?:System\.)?Exception\b)\w+/: An exception of any type may come: catch them all, and hand them to the caller.
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> compute)
    {
        var results = new BigInteger[numbers.Length];
        var errors = new Exception?[numbers.Length];
        var threads = numbers.Select((number, i) => new Thread(() =>
        {
            try
            {
                results[i] = compute(number);
            }
            catch (ArithmeticException e)
            {
                errors[i] = e;
            }
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var failed = errors.OfType<Exception>().ToList();
        return failed.Count == 0 ? results : throw new AggregateException(failed);
    }
}
