namespace Interleavings;

/// <summary>How far an exploration has come.</summary>
/// <param name="Executions">Explored so far.</param>
/// <param name="Estimate">
/// How many there will be, if what is left of the tree of choices is like what has been seen
/// (Knuth, Estimating the efficiency of backtrack programs, 1975). It grows where branches turn up.
/// </param>
/// <param name="PerSecond">Executions a second since the exploration began.</param>
/// <param name="Found">Whether one of them has failed or has a data race.</param>
public readonly record struct Progress(long Executions, double Estimate, double PerSecond, bool Found)
{
    /// <summary>"12,000 of some 40,000 interleavings, 9,000 a second, none has failed".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Executions:N0} of some {Rounded(Estimate):N0} interleavings, {Rounded(PerSecond):N0} a second, ")
        + (Found ? "one has failed" : "none has failed");

    /// <summary>Two digits: more would be believed.</summary>
    private static double Rounded(double number)
    {
        if (number < 100) return Math.Round(number);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(number)) - 1);
        return Math.Round(number / unit) * unit;
    }
}
