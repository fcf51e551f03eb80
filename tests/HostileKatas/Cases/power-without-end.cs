// hostile, slow: computes a number of a hundred million digits -> `BigInteger.Pow` at Kata.cs:6 does not come back, and works on and on
using System.Numerics;
public static class Kata
{
    public static void Run()
    {
        Console.WriteLine(BigInteger.Pow(3, 200_000_000).IsEven);
    }
}
