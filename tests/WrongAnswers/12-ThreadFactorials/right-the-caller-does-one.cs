// right: the caller starts the others, and does the last one itself
using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new BigInteger[numbers.Length];
        var failures = new Exception?[numbers.Length];
        var workers = new List<Thread>();
        for (var i = 0; i < numbers.Length - 1; i++)
        {
            var slot = i;
            workers.Add(new Thread(() => Compute(slot)));
            workers[i].Start();
        }
        if (numbers.Length > 0) Compute(numbers.Length - 1);
        workers.ForEach(worker => worker.Join());
        var failed = failures.OfType<Exception>().ToArray();
        return failed.Length == 0 ? results : throw new AggregateException(failed);

        void Compute(int slot)
        {
            try
            {
                results[slot] = factorial(numbers[slot]);
            }
            catch (Exception failure)
            {
                failures[slot] = failure;
            }
        }
    }
}
