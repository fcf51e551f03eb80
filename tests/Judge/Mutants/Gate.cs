using System.Collections.Concurrent;

namespace Judging.Mutants;

/// <summary>Makes mutants, judges them, and shows which of them the specs accept.</summary>
static class Gate
{
    /// <summary>An attempt that has said nothing by then never will: the specs end in seconds.</summary>
    static readonly TimeSpan limit = TimeSpan.FromMinutes(3);

    /// <param name="isChosen">Which katas' folders.</param>
    /// <param name="each">Only each so many-th; 1 for all.</param>
    /// <param name="tell">Is told of each verdict, as it comes.</param>
    internal static IReadOnlyList<Verdict> Run(
        Func<Origin, bool> isChosen, int each, Action<Verdict> tell)
    {
        var mutants = Origin.All().Where(isChosen).AsParallel().AsOrdered().SelectMany(Maker.Of)
            .ToList().Where((_, i) => i % each == 0).ToList();
        var queue = new ConcurrentQueue<(int Index, Mutant Mutant)>(mutants.Index());
        var verdicts = new Verdict[mutants.Count];
        var lanes = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            using var lane = new Lane();
            while (queue.TryDequeue(out var next))
            {
                verdicts[next.Index] = Of(next.Mutant, lane);
                lock (verdicts) tell(verdicts[next.Index]);
            }
        })).ToList();
        lanes.ForEach(lane => lane.Start());
        lanes.ForEach(lane => lane.Join());
        return verdicts;
    }

    static Verdict Of(Mutant mutant, Lane lane)
    {
        var files = new Dictionary<string, string> { [mutant.File] = mutant.Text };
        var (judgement, end) = lane.Judge(new(mutant.Kata, files), limit);
        if (judgement is null) return new(mutant, "the judge's process", end);
        if (judgement.CompileErrors is [var error, ..]) return new(mutant, "the compiler", error);
        var failed = judgement.Specs.FirstOrDefault(s => !s.Passed);
        return new(mutant, failed?.Name, failed?.Message ?? "");
    }
}
