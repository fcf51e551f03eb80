using Interleavings;
using Soundness.Oracle;
using Soundness.Programs;
using Soundness.Real;
using Soundness.Sources;

namespace Soundness;

/// <summary>Compares verdicts on random programs with an oracle and with real runs.</summary>
static class Fuzz
{
    const int BatchSize = 50;

    /// <param name="with">Leaves out the programs without such an access.</param>
    public static IEnumerable<Finding> Run(int first, int count, int realRuns, Deed? with = null) =>
        Enumerable.Range(first, count).Select(Generator.Of)
            .Where(program => with is not { } deed || program.Does(deed))
            .Chunk(BatchSize).SelectMany(programs => Of(programs, realRuns));

    /// <summary>The first mismatch with the oracle: no more is asked of a fault.</summary>
    /// <param name="with">The name of a <see cref="Deed"/>, or null.</param>
    public static (int Seed, string Mismatch)? FirstMismatch(int first, int count, string? with) =>
        Run(first, count, realRuns: 0, with is null ? null : Enum.Parse<Deed>(with))
            .FirstOrDefault(f => f.Mismatches.Count > 0) is { } found
            ? (found.Program.Seed, found.Mismatches[0]) : null;

    public static IEnumerable<Finding> Of(IReadOnlyList<FuzzProgram> programs, int realRuns)
    {
        var batch = new Batch(programs);
        for (var i = 0; i < programs.Count; i++)
            yield return Comparison.Of(programs[i], batch, i, realRuns);
    }
}
