// Given: nothing to change here. The file to edit is PrimeSearch.cs.
namespace Katas.Primes;

public static class TrialDivision
{
    /// <summary>Whether no number but 1 and itself divides n.</summary>
    public static bool IsPrime(int n)
    {
        if (n < 2) return false;
        for (var divisor = 2; divisor <= n / divisor; divisor++)
            if (n % divisor == 0) return false;
        return true;
    }
}
