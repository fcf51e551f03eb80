using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// What a task is to the explorer: complete or not. The real task carries result and exception;
/// who goes on after it, and when, is decided here.
/// </summary>
/// <remarks>
/// The location's state is above <see cref="Stage.Started"/> once it is complete. A completion made
/// of others (<see cref="AllOf"/>) has no location of its own: to wait for it is to wait for each.
/// </remarks>
internal sealed partial class Completion : IOutcome
{
    private readonly Location? _location;
    private readonly Completion[] _parts;
    private Action? _settle;

    private Completion(object carrier, Location? location, Completion[] parts, Location? gate = null)
    {
        Carrier = carrier;
        _location = location;
        Gate = gate;
        _parts = parts;
    }

    /// <summary>The task, or the object that a ValueTask asks.</summary>
    internal object Carrier { get; }

    public Location Location => _location!;

    /// <summary>
    /// What joining those who wait has in common with completing by a call, which runs or posts those
    /// who have joined by then; null where nobody ever is by who completes it.
    /// </summary>
    internal Location? Gate { get; }

    /// <summary>What who completes it by a call does with those who wait.</summary>
    internal Resuming Resuming { get; private set; }

    /// <summary>Whether who completes it runs those who wait and have no place of their own.</summary>
    internal bool RunsWaiters => Resuming >= Resuming.LikeTask;

    /// <summary>The gates of all that it is made of, for who has no place of their own.</summary>
    internal IEnumerable<Location> Gates => _parts.Length > 0 ? _parts.SelectMany(p => p.Gates).Distinct()
        : Gate is { } gate && RunsWaiters ? [gate] : [];

    /// <summary>Who works for it, if an operation does: nobody may be left at work at the end.</summary>
    internal Operation? Worker { get; set; }

    /// <summary>The index of the event that completed it; -1 before.</summary>
    internal int CompletedAt { get; private set; } = -1;

    /// <summary>Whether its worker's end completes it.</summary>
    internal bool IsWork { get; init; }

    /// <summary>For one that can be cancelled, or handed over, before it begins.</summary>
    internal Turn? Turn { get; set; }

    /// <summary>Whether who ended its work completes it, instead of its worker.</summary>
    internal bool IsHandedOver { get; set; }

    /// <summary>
    /// Whether its result can be had once, and only when it is there: a ValueTask without a task.
    /// </summary>
    internal bool IsForOnce { get; set; }

    /// <summary>Somebody takes the result of one that is <see cref="IsForOnce"/>.</summary>
    internal bool WasTaken { get; set; }

    /// <summary>Who decides where it runs, if not the pool.</summary>
    internal TaskScheduler? Scheduler { get; set; }

    /// <summary>Whether a thread of the pool that waits for it may run it.</summary>
    internal bool MayRunInline { get; set; }

    /// <summary>Who has queued it, and in which stay on a thread.</summary>
    internal (Operation Operation, int Stay) QueuedBy { get; set; }

    /// <summary>Written by the event that begins it, where it may run inline.</summary>
    internal Location? Beginning { get; set; }

    /// <summary>Whether it is a task that runs a delegate itself, unlike a promise.</summary>
    internal bool HasDelegate { get; set; }

    /// <summary>Whether one that was made without being started is queued by now.</summary>
    internal bool IsQueued { get; set; }

    /// <summary>For a continuation: what has to be complete before it can begin.</summary>
    internal Completion? Antecedent { get; set; }

    /// <summary>Tasks attached to it, which have to be complete before it is.</summary>
    internal List<Completion> Children { get; } = [];

    /// <summary>Whether its delegate has ended, and children are left.</summary>
    internal bool WaitsForChildren { get; set; }

    /// <summary>Whether completing it was the last that its worker did.</summary>
    internal bool IsLast { get; set; }

    /// <summary>Whether somebody waits whom .NET would run on the thread that completes it.</summary>
    internal bool HasWaiter => _met is not null || _waiters.Count > 0 || IsAwaitedInContext;

    /// <summary>Whether somebody waits whom .NET would post to a context from there.</summary>
    internal bool IsAwaitedInContext { get; set; }

    /// <summary>Whether somebody has looked at its result or exception.</summary>
    internal bool IsObserved { get; set; }

    /// <summary>Where who completes it publishes its work, if not at its own location.</summary>
    internal Location? PublishedAt { get; set; }

    /// <summary>Where it came from, for the reader.</summary>
    internal string Site { get; set; } = "";

    /// <summary>What has to be complete, each with a location of its own.</summary>
    internal Location[] Leaves => _parts.Length == 0
        ? _location is null ? [] : [_location]
        : [.. _parts.SelectMany(part => part.Leaves).Distinct()];

    internal bool IsComplete => Array.TrueForAll(Leaves, leaf => leaf.State > Stage.Started);

    /// <summary>Whose work is taken over by waiting for it.</summary>
    internal IEnumerable<Location> Sources => _parts.Length > 0 ? _parts.SelectMany(p => p.Sources)
        : Winner is { } winner ? winner.Sources
        : PublishedAt is { } published ? [published]
        : _location is null ? [] : [_location];

    /// <summary>
    /// Whether an event may complete it that does not touch its gate: then everybody is taken in, or
    /// it would matter for later events who came first.
    /// </summary>
    internal bool EndsUnseen { get; set; }

    /// <summary>For the first of several: which ones.</summary>
    internal IReadOnlyList<Completion> Candidates { get; set; } = [];

    /// <summary>For the first of several: which one.</summary>
    internal Completion? Winner { get; set; }

    /// <summary>A completion with a location of its own, named by the operation that makes it.</summary>
    internal static Completion New(
        Operation operation, object carrier, bool runsWaiters, string site, bool isWork = false) =>
        New(operation, carrier, runsWaiters ? Resuming.LikeTask : Resuming.Later, site, isWork);

    internal static Completion New(
        Operation operation, object carrier, Resuming resuming, string site, bool isWork = false)
    {
        var memory = operation.Execution.Memory;
        var completion = new Completion(carrier, memory.OfNew(carrier, LocationName.Model, operation), [],
            HasGate(operation, resuming) ? memory.Of(carrier, LocationName.Queue, operation) : null)
        {
            Resuming = resuming,
            Site = site,
            IsWork = isWork,
        };
        operation.Execution.Models[carrier] = completion;
        return completion;
    }

    /// <summary>Of a task that an operation works for, whose end completes it.</summary>
    internal static Completion OfWork(Operation operation, object carrier, string site) =>
        New(operation, carrier, operation.Execution.IsExact, site, isWork: true);

    /// <summary>One round of an object that is asked again and again.</summary>
    internal static Completion Unnamed(
        Operation operation, object owner, short round, Resuming resuming, string site)
    {
        var memory = operation.Execution.Memory;
        var place = LocationName.Rounds - 2 * (long)round;
        return new(owner, memory.Of(owner, place, operation), [],
            HasGate(operation, resuming) ? memory.Of(owner, place - 1, operation) : null)
        {
            Resuming = resuming,
            Site = site,
        };
    }

    /// <summary>Few wait with a place of their own: nobody pays for that before one does.</summary>
    private static bool HasGate(Operation operation, Resuming resuming) =>
        resuming >= Resuming.LikeTask || (resuming == Resuming.Posts && operation.Execution.IsExact);

    /// <summary>
    /// From here on it is a task's: who wants no place was the first to wait, and completes that task.
    /// </summary>
    internal void BecomesTask() =>
        Resuming = RunsWaiters ? Resuming.LikeTask : Resuming.Later;

    /// <summary>Complete as soon as all parts are.</summary>
    /// <param name="settle">Completes the carrier; called when it is first seen to be complete.</param>
    internal static Completion AllOf(
        Operation operation, object carrier, Completion[] parts, Action settle, string site)
    {
        var completion = new Completion(carrier, null, parts) { Site = site, _settle = settle };
        operation.Execution.Models[carrier] = completion;
        // All may have ended before they were put together: then nobody waits who could settle it.
        if (completion.Leaves.Length == 0) completion.Settle();
        return completion;
    }

    /// <summary>One that is complete from the start: kept only to know whether it is observed.</summary>
    internal static Completion Done(Operation operation, Task task, string site)
    {
        var completion = new Completion(task, null, []) { Site = site };
        operation.Execution.Models[task] = completion;
        return completion;
    }

    /// <returns>Null for a task that was complete when it came from elsewhere.</returns>
    internal static Completion? Of(Operation operation, Task task, string site)
    {
        if (operation.Execution.Models.TryGetValue(task, out var known)) return (Completion)known;
        if (task.IsCompleted) return null;
        throw operation.Execution.Refuse("a task from outside the test's body, or from a library",
            "make it inside, by what the explorer knows", site);
    }

    /// <summary>The carrier's result is about to be looked at, and it is complete.</summary>
    internal void Settle()
    {
        foreach (var part in _parts) part.Settle();
        Winner?.Settle();
        var settle = _settle;
        _settle = null;
        settle?.Invoke();
    }

    /// <summary>What completes the carrier when it is seen to be complete.</summary>
    internal void SettlesBy(Action settle) => _settle = settle;

    /// <summary>Completes by a call in the middle of the program, as one event.</summary>
    /// <param name="complete">Completes the carrier; false if it is complete already.</param>
    /// <param name="also">What else the event touches.</param>
    internal bool Complete(
        Operation operation, string site, Func<bool> complete, Location? also = null)
    {
        Announce(operation, site, also);
        operation.Execution.Perform(operation);
        if (!complete())
        {
            LoopWaits.Failed(operation);
            return false;
        }
        Reached(operation.Execution);
        RunWaiters(operation);
        return true;
    }

    public void Reached(Execution execution)
    {
        if (_location is null || CompletedAt >= 0) return;
        // An alarm has a state of its own for having gone off.
        if (_location.State <= Stage.Started) _location.State = Stage.Ended;
        CompletedAt = execution.Trace.Count - 1;
        foreach (var watcher in _watchers) watcher.Won(execution, this);
    }
}
