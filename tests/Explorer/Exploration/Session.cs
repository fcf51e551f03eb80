using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>What the searches of one exploration share: the program, its bounds, and its thread.</summary>
internal sealed record Session(Action Program, Bounds Bounds, Worker Main, Pulse Pulse)
{
    private readonly Identities _identities = new();

    /// <summary>What its executions have found out about the program.</summary>
    internal Insight Insight { get; } = new();

    /// <summary>Whether parallel loops do with one worker each: <see cref="Schedule.OneWorker"/>.</summary>
    internal bool HasOneWorker { get; init; }

    /// <summary>Which of the orders of hash codes is explored: <see cref="Schedule.HashOrder"/>.</summary>
    internal int HashOrder { get; init; }

    internal Execution Execution(IScheduler scheduler, bool isExact = true) =>
        new(_identities, scheduler, Bounds, Main, Pulse)
        {
            IsExact = isExact,
            HasOneWorker = HasOneWorker,
            HashOrder = HashOrder,
            Insight = Insight,
        };

    /// <summary>Runs a schedule from the start, and takes as much time as it says.</summary>
    internal Execution ReplayInTime(IScheduler scheduler) => Replay(scheduler, false, true, 0);

    /// <summary>Runs a schedule from the start, as another process might.</summary>
    internal Execution ReplayElsewhere(IScheduler scheduler, int process) =>
        Replay(scheduler, false, false, Repetition.Salt(process));

    /// <summary>Runs a schedule from the start, among identities of its own.</summary>
    internal Execution Replay(IScheduler scheduler, bool recordsValues = false) =>
        Replay(scheduler, recordsValues, false, 0);

    private Execution Replay(IScheduler scheduler, bool recordsValues, bool takesTime, int salt)
    {
        var execution = new Execution(new(), scheduler, Bounds, Main, Pulse)
        {
            RecordsValues = recordsValues,
            TakesTime = takesTime,
            Salt = salt,
            IsExact = true,
            HasOneWorker = HasOneWorker,
            HashOrder = HashOrder,
            Insight = Insight,
        };
        execution.Run(Program, 0);
        return execution;
    }
}
