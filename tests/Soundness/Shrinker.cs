using Soundness.Programs;

namespace Soundness;

/// <summary>Removes the parts of a program that its mismatch doesn't need.</summary>
static class Shrinker
{
    const int MostSteps = 40;

    public static Finding Shrink(Finding finding, int realRuns)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var smaller = Reductions.Of(finding.Program).ToList();
            if (smaller.Count == 0) break;
            if (Fuzz.Of(smaller, realRuns).FirstOrDefault(IsAlike) is not { } found) break;
            finding = found;
        }
        return finding;

        bool IsAlike(Finding other) => finding.Mismatches.Count == 0
            ? other.IsShortfall && other.Kind == finding.Kind
            : other.Mismatches.Count > 0
            && Start(other.Mismatches[0]) == Start(finding.Mismatches[0])
            && other.Kind.Split(' ')[0] == finding.Kind.Split(' ')[0];
    }

    static string Start(string mismatch) => mismatch[..12];
}
