using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>What the searches of one exploration share: the program, its bounds, and its thread.</summary>
internal sealed record Session(Action Program, Bounds Bounds, Worker Main, Pulse Pulse)
{
    private readonly Identities _identities = new();

    internal Execution Execution(IScheduler scheduler, bool isExact = true) =>
        new(_identities, scheduler, Bounds, Main, Pulse) { IsExact = isExact };

    /// <summary>Runs a schedule from the start, among identities of its own.</summary>
    internal Execution Replay(IScheduler scheduler, bool recordsValues = false)
    {
        var execution = new Execution(new(), scheduler, Bounds, Main, Pulse)
        {
            RecordsValues = recordsValues,
            IsExact = true,
        };
        execution.Run(Program, 0);
        return execution;
    }
}
