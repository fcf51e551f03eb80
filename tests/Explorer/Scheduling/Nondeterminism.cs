namespace Interleavings.Scheduling;

/// <summary>
/// A program that depends on more than its schedule is unsupported: what was explored proves nothing,
/// and a failure may never come again.
/// </summary>
internal static class Nondeterminism
{
    /// <summary>Stands for the member where none is known.</summary>
    private const string Unknown = "something other than the schedule";

    /// <summary>A known call answers anew each time, and its answer decides.</summary>
    internal static Refusal By(IReadOnlyList<Chance> chances)
    {
        var others = string.Join(" and ", chances.Skip(1).Select(c => $"{c.Member} ({c.Site})"));
        return new(chances[0].Member,
            "it answers differently each time, and the program acts on its answer"
                + (others.Length > 0 ? $"; so does {others}" : "")
                + ": use a value that the spec passes in, such as a Random with a seed, a TimeProvider"
                + " or a Guid",
            chances[0].Site)
        {
            IsNondeterminism = true,
        };
    }

    /// <summary>No call is known that could explain it.</summary>
    internal static Refusal Of(Divergence divergence) => new(Unknown,
        $"step {divergence.Step} was {divergence.Expected}; on the same schedule, it then was"
            + $" {divergence.Seen}. Use values that the spec passes in for clocks, random numbers, hash"
            + " codes and whatever outlives an execution. Only if nothing of the kind explains it,"
            + " report this text",
        divergence.Site)
    {
        IsNondeterminism = true,
    };
}
