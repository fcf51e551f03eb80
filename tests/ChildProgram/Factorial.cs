using System.Numerics;

namespace ChildProgram;

/// <summary>
/// Computes a factorial, and writes it to the standard output in hexadecimal digits.
/// </summary>
static class Factorial
{
    /// <param name="ways">Any of: "meets", "adds-one", "dies-halfway",
    /// "dies-silently", "dies-at-the-end", "leaves-an-heir".</param>
    internal static int Run(Home home, int n, string[] ways)
    {
        if (ways.Contains("meets")) home.WaitUntilTold();
        if (ways.Contains("dies-silently")) return 3;
        if (ways.Contains("leaves-an-heir"))
        {
            home.LeaveHeir("factorial", $"{n}", "meets");
            return 0;
        }

        var result = ways.Contains("adds-one") ? Of(n) + 1 : Of(n);
        var answer = result.ToString("X") + "\n";
        if (ways.Contains("dies-halfway"))
        {
            Pipe.Write(home, answer[..(answer.Length / 2)]);
            return 3;
        }
        Pipe.Write(home, answer);
        return ways.Contains("dies-at-the-end") ? 1 : 0;
    }

    /// <summary>By halves: numbers of the same length are multiplied more quickly.</summary>
    static BigInteger Of(int n) => Product(1, n);

    static BigInteger Product(int first, int last)
    {
        if (last - first > 8)
        {
            var middle = first + (last - first) / 2;
            return Product(first, middle) * Product(middle + 1, last);
        }
        var product = BigInteger.One;
        for (var i = first; i <= last; i++)
            product *= i;
        return product;
    }
}
