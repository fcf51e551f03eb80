using Interleavings;

namespace Katas.Tests;

/// <summary>What a worker read or wrote: "B", "writes 2".</summary>
sealed record WorkerAccess(string Worker, bool IsWrite, string? Value)
{
    public override string ToString() => $"{(IsWrite ? "writes" : "reads ")} {Value}";
}

/// <summary>The reads and writes of the workers, without what the test's body does.</summary>
sealed record WorkerAccesses(IReadOnlyList<WorkerAccess> InOrder)
{
    const int Column = 14;

    /// <summary>How often another worker than before goes on.</summary>
    internal int Switches =>
        InOrder.Zip(InOrder.Skip(1)).Count(pair => pair.First.Worker != pair.Second.Worker);

    /// <summary>The one that decides where the count ends.</summary>
    internal WorkerAccess? LastWrite => InOrder.LastOrDefault(access => access.IsWrite);

    internal static WorkerAccesses Of(Failure? failure) => failure is null ? new([]) : new(
    [
        .. from step in failure.Steps
           where step.Kind is EventKind.Read or EventKind.Write
           let worker = failure.Operations[step.Operation].Letter
           where worker != "main"
           select new WorkerAccess(worker, step.Kind == EventKind.Write, step.Value),
    ]);

    /// <summary>A column for each worker, a line for each access.</summary>
    public override string ToString() => string.Join('\n',
    [
        $"  {"worker A",-Column}worker B",
        $"  {new string('─', 2 * Column)}",
        .. InOrder.Select(access => access.Worker == "A"
            ? $"  {access}"
            : $"  {"",Column}{access}"),
    ]);
}
