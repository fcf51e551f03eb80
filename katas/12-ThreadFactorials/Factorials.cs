using System.Numerics;

namespace Katas.ThreadFactorials;

public static class Factorials
{
    /// <summary>The factorial of each number, at the number's index.</summary>
    /// <param name="factorial">How one is computed; for real, it is Factorial.Of.</param>
    public static BigInteger[] Of(int[] numbers, Func<int, BigInteger> factorial)
    {
        var results = new BigInteger[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
            results[i] = factorial(numbers[i]);
        return results;
    }
}
