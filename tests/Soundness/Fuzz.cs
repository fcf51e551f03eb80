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

    public static IEnumerable<Finding> Run(int first, int count, int realRuns)
    {
        for (var seed = first; seed < first + count; seed += BatchSize)
        {
            var programs = Enumerable.Range(seed, Math.Min(BatchSize, first + count - seed))
                .Select(Generator.Of).ToList();
            foreach (var finding in Of(programs, realRuns)) yield return finding;
        }
    }

    /// <summary>Against the oracle alone: of a fault, nothing more is asked.</summary>
    public static (int Seed, string Mismatch)? FirstMismatch(int first, int count) =>
        Run(first, count, realRuns: 0).FirstOrDefault(f => f.Mismatches.Count > 0) is { } found
            ? (found.Program.Seed, found.Mismatches[0]) : null;

    public static IEnumerable<Finding> Of(IReadOnlyList<FuzzProgram> programs, int realRuns)
    {
        var batch = new Batch(programs);
        for (var i = 0; i < programs.Count; i++)
            yield return Comparison.Of(programs[i], batch, i, realRuns);
    }
}
