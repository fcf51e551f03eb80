namespace Interleavings.Scheduling;

/// <summary>
/// Runs a program once, one operation at a time: each announces what it does next, and the
/// scheduler chooses who goes on. Reused for all executions of an exploration.
/// </summary>
/// <remarks>
/// Only the running operation's thread touches this object; the hand-over to the next orders the
/// accesses. So nothing in here needs a lock.
/// </remarks>
public sealed partial class Execution
{
    private readonly IScheduler _scheduler;
    private readonly Bounds _bounds;
    private readonly Worker _main;
    private readonly Pulse _pulse;
    private readonly List<Operation> _operations = [];
    private readonly List<Chance> _chances = [];
    private int _threadIds;
    private int _launched;

    internal Execution(Identities identities, IScheduler scheduler, Bounds bounds, Worker main, Pulse pulse)
    {
        Identities = identities;
        Memory = new(identities);
        _scheduler = scheduler;
        _bounds = bounds;
        _main = main;
        _pulse = pulse;
    }

    /// <summary>Which execution of the exploration this is, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Which execution of the whole process this is: no two have the same.</summary>
    internal long Stamp { get; private set; }

    /// <summary>The operations started so far, in the order of their creation.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Whether an operation known from an earlier execution has been started in this one.</summary>
    internal bool Has(Operation operation) =>
        operation.Order < _operations.Count && _operations[operation.Order] == operation;

    /// <summary>Calls so far that answer anew each time; each line once.</summary>
    internal IReadOnlyList<Chance> Chances => _chances;

    internal LeftRunning LeftRunning => _bounds.LeftRunning;

    internal int MostNestedCalls => _bounds.NestedCalls;

    /// <summary>How far virtual time has come, in milliseconds.</summary>
    internal long Elapsed => Clock.State;

    internal Identities Identities { get; }

    internal Memory Memory { get; }

    internal Trace Trace { get; } = new();

    internal Ending Ending { get; private set; }

    internal Fault? Fault { get; private set; }

    internal Refusal? Refusal { get; private set; }

    /// <summary>Objects whose finalizers may still run.</summary>
    internal Finalizable Finalizable { get; } = new();

    /// <summary>Targets of weak references that the program has asked for.</summary>
    internal WeakTargets WeakTargets { get; } = new();

    /// <summary>Where a timer was set that may go off more often than it did here; null if none was.</summary>
    internal string? TicksLeftOutAt { get; set; }

    /// <summary>The limit that ended it, if one did.</summary>
    internal Limit? Limit { get; private set; }

    /// <summary>What came in place of what had come before, where the same schedule led elsewhere.</summary>
    internal Divergence? Divergence { get; private set; }

    /// <summary>The calls of async methods that have been suspended in this execution.</summary>
    internal List<Interleavings.Models.Activation> Activations { get; } = [];

    /// <summary>How often each async method has been called in this execution.</summary>
    internal Dictionary<Type, int> Calls { get; } = [];

    /// <summary>What models know of objects that must not be named: many share a completed task.</summary>
    internal Dictionary<object, object> Models { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether values are kept for the reader; costs time.</summary>
    internal bool RecordsValues { get; init; }

    /// <summary>Changes the hash codes of strings, as another process would; 0 leaves them.</summary>
    internal int Salt { get; set; }

    /// <summary>Whether virtual time takes as much real time, once a clock may be asked.</summary>
    internal bool TakesTime { get; init; }

    /// <summary>Whether nothing is taken to commute that might not: see <see cref="Doubt"/>.</summary>
    internal bool IsExact { get; init; }

    /// <summary>Whether parallel loops run their iterations one after the other.</summary>
    internal bool HasOneWorker { get; init; }

    /// <summary>Which of the orders of hash codes is explored: <see cref="Schedule.HashOrder"/>.</summary>
    internal int HashOrder { get; init; }

    /// <summary>What is known of the program from earlier executions.</summary>
    internal Insight Insight { get; init; } = new();

    /// <summary>Whether a pool thread has waited for a task that it might have run.</summary>
    internal bool HasWaitedOnPool { get; set; }

    /// <summary>Null as long as the pool has as many threads as it needs.</summary>
    internal PoolThreads? Pool { get; private set; }

    /// <summary>Whether a parallel loop has shared out its iterations.</summary>
    internal bool HasSharedOut { get; set; }

    internal bool IsOver => Ending != Ending.None || _pulse.IsAbandoned;

    /// <summary>1 is the thread of the program's body.</summary>
    internal int NextThreadId() => ++_threadIds;

    /// <summary>The steps that come again and again, where it ended in a livelock of such.</summary>
    internal Cycle? Cycle { get; private set; }

    /// <summary>
    /// Whether so much has happened that everybody should get a turn: an operation that asks again
    /// and again for what another is to do would go on for ever.
    /// </summary>
    internal bool IsLong => Trace.Count >= _bounds.EventsPerExecution / 2;

    /// <summary>Whether the operation can perform the event that it has announced.</summary>
    public bool IsEnabled(Operation operation) =>
        !operation.HasEnded && Holds(operation.Next, new(Trace.Count));

    /// <summary>The states as they are.</summary>
    internal States Now => new(this, new(Trace.Count));

    /// <summary>Whether an event could have been performed at a moment.</summary>
    internal bool WasEnabled(in Event e, Moment moment) =>
        e.Guard == Guard.None || Holds(e, moment);

    /// <summary>
    /// The default order: who ran last goes on; when it has ended or has to wait, the operation that
    /// was created first among those that can go on.
    /// </summary>
    /// <returns>Null if none can.</returns>
    internal Operation? Default(Operation? current)
    {
        if (current is not null && IsEnabled(current)) return current;
        return First();
    }

    /// <summary>
    /// The first operation that can go on; alarms come last: by default, nobody runs out
    /// of time as long as somebody can go on.
    /// </summary>
    /// <param name="asleep">Operations, as bits, that are passed over.</param>
    internal Operation? First(ulong asleep = 0)
    {
        Operation? alarm = null;
        foreach (var operation in _operations)
        {
            if ((asleep >> operation.Id & 1) != 0 || !IsEnabled(operation)) continue;
            if (operation.Alarm is null) return operation;
            if (alarm is null || IsDueBefore(operation.Alarm, alarm.Alarm!)) alarm = operation;
        }
        return alarm;
    }

    /// <summary>A choice is no matter of time.</summary>
    private static bool IsDueBefore(Alarm one, Alarm other) =>
        one is { IsOffer: false } && other is { IsOffer: false } && one.Due < other.Due;

    private bool Holds(in Event e, Moment moment)
    {
        switch (e.Guard)
        {
            case Guard.None: return true;
            case Guard.Never: return false;
            case Guard.Changed: return HasChanged(e, moment);
            case Guard.Custom: return e.Condition!.Holds(new(this, moment));
        }
        var state = StateBefore(e.Location!, moment);
        return e.Guard == Guard.Zero ? state == 0 : state > e.Argument;
    }

    /// <summary>A location's state at a moment, which may be the present.</summary>
    internal long StateBefore(Location location, Moment moment)
    {
        var index = moment.At(location, Trace);
        return index == Trace.Count ? location.State
            : Trace[index].Location == location ? Trace[index].StateBefore
            : Trace.StateBefore(location, index);
    }

    internal bool IsDisposedBefore(Location location, Moment moment) =>
        location.IsDisposed && location.DisposedAt < moment.At(location, Trace);

    private bool HasChanged(in Event e, Moment moment)
    {
        if (VersionBefore(e.Location!, moment) != e.Versions![0]) return true;
        for (var i = 0; i < (e.More?.Length ?? 0); i++)
        {
            if (VersionBefore(e.More![i].Location, moment) != e.Versions[i + 1]) return true;
        }
        return false;
    }

    internal int VersionBefore(Location location, Moment moment) =>
        Trace.VersionBefore(location, moment.At(location, Trace));
}
