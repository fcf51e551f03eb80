using Interleavings;

namespace Katas.Tests;

/// <summary>The reads and writes of the workers, without what the test's body does.</summary>
sealed record WorkerAccesses(IReadOnlyList<string> Workers, IReadOnlyList<string> Words)
{
    /// <summary>How often another worker than before goes on.</summary>
    internal int Switches => Workers.Zip(Workers.Skip(1)).Count(pair => pair.First != pair.Second);

    internal static WorkerAccesses Of(Failure? failure)
    {
        if (failure is null) return new([], []);
        var accesses = failure.Steps
            .Where(step => step.Kind is EventKind.Read or EventKind.Write)
            .Select(step => (Step: step, Worker: failure.Operations[step.Operation].Letter))
            .Where(access => access.Worker != "main")
            .ToList();
        return new(
            [.. accesses.Select(access => access.Worker)],
            [.. accesses.Select(access => Word(access.Worker, access.Step))]);
    }

    static string Word(string worker, Step step) =>
        $"{worker} {(step.Kind == EventKind.Read ? "reads" : "writes")} {step.Value}";

    public override string ToString() => string.Join(", ", Words);
}
