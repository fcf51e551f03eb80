using Commutation.Calls;
using Commutation.Real;
using Commutation.Rules;
using Commutation.Sources;
using Commutation.Subjects;

namespace Commutation;

/// <summary>Runs pairs of calls, and compares the verdicts with what the calls do.</summary>
static class Gate
{
    /// <summary>As many subjects are compiled together.</summary>
    const int BatchSize = 48;

    /// <param name="type">Only the subjects whose name has this text; null for all.</param>
    /// <param name="fraction">One subject in so many, and of each, one pair in so many.</param>
    public static Summary Run(string? type = null, int fraction = 1)
    {
        var summary = new Summary();
        var subjects = AllSubjects.List
            .Where((s, i) => i % fraction == 0
                && (type is null || s.Name.Contains(type, StringComparison.Ordinal)))
            .Select(s => (s, Pairs.Calls(s, Pairs.Share(s))));
        foreach (var chunk in subjects.Chunk(BatchSize))
        {
            var batch = new Batch(chunk);
            summary.Uncompilable.AddRange(batch.Uncompilable.Select(c => c.Name));
            foreach (var programs in batch.Programs)
                Run(programs, fraction, summary);
        }
        return summary;
    }

    static void Run(Programs programs, int fraction, Summary summary)
    {
        var changes = new Changes(programs);
        var judge = new Judge(programs, changes);
        bool Changes(int call) => TimeLimit.Within(Name(programs, call, call),
            () => Enumerable.Range(0, programs.Subject.States.Length)
                .Any(state => changes.Of(state, call) is not null));

        var pairs = Pairs.Of(
            programs.Subject, programs.Calls, Pairs.Share(programs.Subject), Changes);
        foreach (var (first, second) in pairs.Where((_, i) => i % fraction == 0))
            summary.Add(TimeLimit.Within(
                Name(programs, first, second), () => judge.Of(first, second)));
    }

    static string Name(Programs programs, int first, int second) =>
        $"{programs.Subject.Name}: {programs.Calls[first].Name} | {programs.Calls[second].Name}";
}
