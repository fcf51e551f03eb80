using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What a thread object stands for within one execution.</summary>
internal sealed class ExploredThread
{
    private readonly Thread _thread;
    private readonly Action<object?>? _start;
    private Operation? _operation;
    private string? _name;

    private ExploredThread(Thread thread, Action<object?>? start, Operation? operation)
    {
        _thread = thread;
        _start = start;
        _operation = operation;
    }

    private ThreadPriority _priority = ThreadPriority.Normal;

    /// <summary>Who made it; null for one that runs already when the program asks for it first.</summary>
    private Operation? Creator { get; init; }

    private bool TakesParameter { get; init; }

    /// <summary>A call that hands over a parameter, be it null; one that has been started says so first.</summary>
    internal void EnsureTakesParameter(Operation caller, string site)
    {
        if (_start is null || TakesParameter || Started(caller, site) is not null) return;
        throw new InvalidOperationException("The thread was created with a ThreadStart delegate that does not"
            + " accept a parameter.");
    }

    /// <summary>Who started it.</summary>
    private Operation? Starter { get; set; }

    internal bool IsBackground { get; set; }

    internal bool AskIsBackground(Operation caller, string site)
    {
        EnsureAlive(caller, site);
        Uses(caller, EventKind.AtomicRead, site);
        return IsBackground;
    }

    internal void SetIsBackground(Operation caller, bool value, string site)
    {
        EnsureAlive(caller, site);
        Uses(caller, EventKind.AtomicWrite, site);
        if (IsBackground != value) caller.UnseenChanges++;
        IsBackground = value;
    }

    internal ThreadPriority AskPriority(Operation caller, string site)
    {
        EnsureAlive(caller, site);
        Uses(caller, EventKind.AtomicRead, site);
        return _priority;
    }

    internal void SetPriority(Operation caller, ThreadPriority value, string site)
    {
        EnsureAlive(caller, site);
        Uses(caller, EventKind.AtomicWrite, site);
        if (_priority != value) caller.UnseenChanges++;
        _priority = value;
    }

    /// <summary>These are of a thread that has not ended: <c>Thread.CoreCLR.cs</c>, "Thread is dead".</summary>
    private void EnsureAlive(Operation caller, string site)
    {
        if (IsOfPool || _operation is not { } operation || operation == caller) return;
        Look(caller, operation.Lifecycle, site);
        if (operation.Lifecycle.State == Stage.Ended)
            throw new ThreadStateException("Thread is dead; state cannot be accessed.");
    }

    internal string? AskName(Operation caller, string site)
    {
        Uses(caller, EventKind.AtomicRead, site);
        return Name;
    }

    internal void SetName(Operation caller, string? value, string site)
    {
        Uses(caller, EventKind.AtomicWrite, site);
        if (Name != value) caller.UnseenChanges++;
        Name = value;
    }

    internal string? Name
    {
        get => _operation is { } operation ? operation.ThreadName : _name;
        set
        {
            _name = value;
            if (_operation is { } operation) operation.ThreadName = value;
        }
    }

    /// <summary>
    /// An event that asks or changes how the thread is called and treated. Before the thread starts its
    /// creator may do so unseen, and from then on the thread itself: the start orders the two. If anybody
    /// else does, the exploration begins anew, with an event for each use of that thread.
    /// </summary>
    private void Uses(Operation caller, EventKind kind, string site)
    {
        if (!caller.IsObserved) return;
        var execution = caller.Execution;
        var name = At(caller, _thread).Name;
        if (!execution.Insight.ShowsThread(name))
        {
            if (IsOwn(caller)) return;
            throw execution.Learns(insight => insight.IsShownThread(name));
        }
        var location = execution.Memory.Of(_thread, LocationName.Life, caller);
        Primitive.Write(caller, location, kind, releases: false, site,
            kind == EventKind.AtomicRead ? AccessMode.Read : AccessMode.Write);
    }

    private bool IsOwn(Operation caller) => IsOfPool ? caller.PoolThread?.Thread(caller) == _thread
        : _operation is null ? caller == Creator : caller == _operation;

    /// <summary>
    /// Positive, and each operation's own. Worker threads are shared between operations, so theirs
    /// would not do.
    /// </summary>
    internal int ManagedThreadId { get; private init; }

    /// <summary>To make a thread object takes as long as that many rounds of a loop.</summary>
    private const int RoundsOfAThread = 2_500;

    /// <param name="takesParameter">Whether its delegate does.</param>
    internal static Thread Make(Operation creator, Action<object?> start, bool takesParameter = false)
    {
        var execution = creator.Execution;
        execution.Costs(RoundsOfAThread);
        var thread = execution.Identities.Thread(creator);
        execution.Memory.Name(thread, creator);
        At(creator, thread).Model = new ExploredThread(thread, start, null)
        {
            ManagedThreadId = execution.NextThreadId(),
            Creator = creator,
            TakesParameter = takesParameter,
        };
        return thread;
    }

    /// <summary>Whether it is one of the pool's, which never ends.</summary>
    internal bool IsOfPool { get; private init; }

    /// <summary>The object of a thread that runs already, for who asks for it first.</summary>
    internal static Thread Running(Operation asker, int id, bool isOfPool)
    {
        var execution = asker.Execution;
        var thread = execution.Identities.Thread(asker);
        execution.Memory.Name(thread, asker);
        At(asker, thread).Model = new ExploredThread(thread, null, isOfPool ? null : asker)
        {
            IsBackground = true,
            IsOfPool = isOfPool,
            ManagedThreadId = id,
        };
        return thread;
    }

    /// <returns>Null for a thread that was made outside the execution.</returns>
    internal static ExploredThread? Of(Operation caller, Thread thread)
    {
        var location = At(caller, thread);
        // The body's own thread was not made by the program.
        if (location.Model is null && thread == Thread.CurrentThread && caller.Order == 0)
            location.Model = new ExploredThread(thread, null, caller) { ManagedThreadId = 1 };
        return (ExploredThread?)location.Model;
    }

    /// <param name="flows">Whether it gets the starter's execution context.</param>
    /// <param name="onPool">Whether it is a work item, which runs on a thread of the pool.</param>
    internal void Start(
        Operation caller, object? parameter, string site, bool flows = true, bool onPool = false)
    {
        var execution = caller.Execution;
        if (_start is not { } start || _operation is not null)
            throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
        if (!caller.IsObserved)
            throw execution.Refuse("a thread started inside a call that happens as a whole", "start it before that call", site);
        if (execution.Reserve(caller) is not { } operation)
            throw execution.TooMany(site);
        Execution.Announce(caller, EventKind.Start, site);
        ref var next = ref caller.Next;
        next.Location = operation.Lifecycle;
        next.Mode = AccessMode.Write;
        next.More = [new(At(caller, _thread), AccessMode.Write)];
        next.Releases = true;
        execution.Perform(caller);
        if (_operation is not null)
            throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
        execution.Launch(operation, caller, () =>
        {
            start(parameter);
            if (!onPool) MutexModel.Abandon(operation, site);
        });
        operation.Context = flows ? ExecutionContext.Capture() : null;
        operation.Thread = onPool ? null : _thread;
        operation.ThreadName = _name;
        _operation = operation;
        Starter = caller;
    }

    internal void Join(Operation caller, string site) => Join(caller, Timeout.Infinite, site);

    internal bool Join(Operation caller, int limit, string site)
    {
        if (Started(caller, site) is not { } operation)
            throw new ThreadStateException("Thread has not been started.");
        var location = operation.Lifecycle;
        return new Waiting(EventKind.Join, location, AccessMode.Read, new HasEnded(location), site)
            .Within(caller, limit);
    }

    private sealed class HasEnded(Location lifecycle) : ICondition
    {
        public bool Holds(States states) => states.Of(lifecycle) == Stage.Ended;
    }

    internal bool IsAlive(Operation caller, string site)
    {
        if (IsOfPool) return true;
        if (Started(caller, site) is not { } operation) return false;
        Look(caller, operation.Lifecycle, site);
        return operation.Lifecycle.State == Stage.Started;
    }

    /// <summary>
    /// The states that order decides. Whether a thread that is at work runs or waits just now is left
    /// to chance; .NET's documentation has it for debugging only.
    /// </summary>
    internal ThreadState StateFor(Operation caller, string site)
    {
        var background = IsBackground ? ThreadState.Background : default;
        if (IsOfPool) throw AtWork();
        if (Started(caller, site) is not { } operation) return ThreadState.Unstarted | background;
        if (operation == caller) return ThreadState.Running | background;
        Look(caller, operation.Lifecycle, site);
        return operation.Lifecycle.State == Stage.Ended ? ThreadState.Stopped
            : throw AtWork();

        Unwinding AtWork() => caller.Execution.Refuse("Thread.ThreadState of a thread at work",
            "whether it runs or waits is left to chance: use IsAlive or Join", site);
    }

    /// <returns>Its operation; null if it has not been started, which is an event.</returns>
    private Operation? Started(Operation caller, string site)
    {
        // Who started it knows; for all others it may not have been started yet.
        if (_operation is null || Starter is not null && caller != Starter && caller != _operation)
            Look(caller, At(caller, _thread), site);
        return _operation;
    }

    private static void Look(Operation caller, Location location, string site)
    {
        Execution.Announce(caller, EventKind.Alive, site);
        ref var next = ref caller.Next;
        next.Location = location;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        caller.Execution.Perform(caller);
    }

    private static Location At(Operation toucher, Thread thread) =>
        toucher.Execution.Memory.Of(thread, LocationName.Model, toucher);
}
