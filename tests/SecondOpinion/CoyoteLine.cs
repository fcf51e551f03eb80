using System.Globalization;

namespace SecondOpinion;

/// <summary>A line of Specs: what Coyote says of a spec.</summary>
sealed record CoyoteLine(string Kind, long Executions, double Milliseconds, string What)
{
    internal bool Passes => Kind == "passes";

    internal static CoyoteLine Parse(string line) => line.Split('\t') switch
    {
        [var kind, var executions, var time, var what] => new(
            kind, long.Parse(executions, CultureInfo.InvariantCulture),
            double.Parse(time, CultureInfo.InvariantCulture), what),
        _ => throw new FormatException($"CoyoteSpecs said \"{line}\"."),
    };
}
