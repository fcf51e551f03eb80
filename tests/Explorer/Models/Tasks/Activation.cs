using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A call of an async method that has been suspended: from its first await on, an operation of its
/// own. The call that an operation was started for stays on that operation.
/// </summary>
internal sealed class Activation : Continuation
{
    private readonly IAsyncStateMachine _machine;
    private ExecutionContext? _flow;
    private Place _place;
    private Resuming _resuming;
    private Completion? _awaited;
    private string _site = "";
    private bool _isDue;
    private bool _isHeld;

    internal Activation(Operation creator, Operation vehicle, IAsyncStateMachine machine)
        : base(creator, vehicle) => _machine = machine;

    internal bool IsRoot { get; init; }

    /// <summary>Null for async void, and for an iterator.</summary>
    internal Completion? Result { get; init; }

    internal ValueSource? Source { get; init; }

    internal bool HasEnded { get; set; }

    /// <summary>What follows its end on the spot, if a call of another operation ends it.</summary>
    internal Action<Operation>? Follow { get; set; }

    /// <summary>What <see cref="Follow"/> completes.</summary>
    internal Completion? Promised { get; set; }

    /// <summary>The context that has been given its continuation and has not run it yet.</summary>
    internal object? PostedTo { get; private set; }

    /// <summary>Where it gave way last.</summary>
    internal string Site => _site;

    /// <summary>Who completes the task hands it to its place, or runs it if that is here.</summary>
    internal override bool CanRunHere => HasPlace || MayRunIn(Place.Current, _resuming);

    internal override bool HasPlace => !_place.IsAnywhere;

    /// <summary>
    /// Gives way until what is awaited is complete. An event, unless nobody but its own operation
    /// can tell.
    /// </summary>
    /// <param name="isHeld">Goes on only when a continuation handed out is called.</param>
    /// <param name="launch">Makes the operation, if this is the first time.</param>
    internal void Suspend(
        Operation operation, Completion? awaited, bool captures, bool isHeld, string site, Action? launch)
    {
        if (operation == Vehicle) PoolThread.IsLeftBy(operation);
        _place = captures ? Place.Current : default;
        // What is made of others is a task.
        _resuming = awaited is null or { Leaves.Length: > 1 } ? Resuming.LikeTask : awaited.Resuming;
        Location[] gates = [.. awaited?.GatesFor(operation.Execution, this) ?? []];
        // What is complete by now is handed over by who gives way, as after Task.Yield.
        Location[] leaves = HasPlace && !isHeld ? awaited?.Leaves ?? [] : [];
        var isPosted = awaited is null && !isHeld && HasPlace;
        if (operation != Vehicle || gates.Length > 0 || leaves.Length > 0 || isHeld
            || operation.HasPoolThread || operation.PoolThread is not null)
        {
            Execution.Announce(operation, EventKind.Suspend, site);
            ref var next = ref operation.Next;
            next.Location = Seat;
            next.Mode = AccessMode.Write;
            next.Releases = true;
            var more = new List<Access>();
            if (launch is not null) more.Add(new(Vehicle.Lifecycle, AccessMode.Write));
            more.AddRange(gates.Select(gate => new Access(gate, AccessMode.Write)));
            more.AddRange(leaves.Select(leaf => new Access(leaf, AccessMode.Read)));
            var left = operation == Vehicle ? operation.PoolThread : null;
            if (left is not null) more.Add(PoolHistory.Left(operation.Execution));
            next.More = more.Count == 0 ? null : [.. more];
            if (operation == Vehicle) operation.Execution.Pool?.ReturnsWithNext(operation);
            operation.Execution.Perform(operation);
            left?.Ends(operation, operation.LastEvent);
            Sit();
            isPosted |= leaves.Length > 0 && awaited!.IsComplete;
            if (isPosted && leaves.Length > 0)
                operation.Execution.Trace[operation.LastEvent].Sources = [.. awaited!.Sources];
            else if (gates.Length > 0) awaited!.Join(operation.Execution, this);
        }
        _flow = ExecutionContext.Capture();
        if (!HasPlace) awaited?.IsAwaitedBy(operation.Execution, this);
        else awaited?.IsAwaitedInContext = true;
        if (operation == Vehicle) Leave(operation, awaited);
        (_awaited, _site, _isDue, _isHeld) = (awaited, site, !isHeld, isHeld);
        PostedTo = null;
        Vehicle.IsResting = false;
        launch?.Invoke();
        if (operation != Vehicle)
        {
            if (isHeld) AnnounceRest();
            else if (launch is not null || IsIdle) Announce(isPosted);
        }
        if (isPosted) Post();
    }

    /// <summary>
    /// An await that had nothing to wait for would go on inside the task's delegate: that was not
    /// asked, where nobody else can tell.
    /// </summary>
    private static void Leave(Operation operation, Completion? awaited)
    {
        var mayStay = awaited is not null && operation.CurrentTask is not null
            && AsyncMethods.WaitsOnItsOwn(operation);
        operation.ChangeThread();
        operation.CurrentTask = mayStay ? Operation.ByChance : null;
    }

    private void Announce(bool isPosted)
    {
        if (isPosted) AnnounceRest();
        else AnnounceWait(_awaited, _site);
    }

    /// <summary>What was handed out to be called later: runs on whoever calls it.</summary>
    internal void Resume()
    {
        if (Hooks.Hook.Current is not { } operation) throw new InvalidOperationException(
            "internal: an async method was resumed outside its execution.");
        RunOn(operation);
    }

    /// <summary>Whether its operation has nothing else to do than to wait for it.</summary>
    private bool IsIdle { get; set; }

    internal override void RunOn(Operation operation)
    {
        _awaited?.Settle();
        if (_isDue && !_place.IsHere(_resuming))
        {
            if (IsIdle) AnnounceRest();
            Post(_resuming);
            return;
        }
        _isDue = _isHeld = false;
        PostedTo = null;
        var outer = operation.CurrentTask;
        if (operation != Vehicle && _resuming <= Resuming.LikeTask) operation.CurrentTask = null;
        if (HasPlace || operation.TaskDepth == 0 || _resuming > Resuming.LikeTask) Go();
        else Attached.Apart(Go);
        if (operation != Vehicle) operation.CurrentTask = outer;
    }

    private void Go()
    {
        if (_flow is { } flow) ExecutionContext.Run(flow, static a => ((Activation)a!).Move(), this);
        else Move();
    }

    /// <summary>Makes its operation, which waits from the start.</summary>
    internal void Launch(Operation creator, string name)
    {
        creator.Execution.Launch(Vehicle, creator, Drive);
        Vehicle.ThreadName = name;
        Vehicle.GoesOn = true;
        IsIdle = true;
    }

    /// <summary>Its operation's share, from the moment at which it goes on to its end.</summary>
    internal void Drive()
    {
        while (true)
        {
            IsIdle = false;
            if (HasEnded) return;
            TakeOver(_isDue ? _awaited : null);
            if (_isDue) GoOn();
            if (HasEnded) return;
            Await();
        }
    }

    /// <summary>The same for a root, which has given way just now.</summary>
    internal void DriveRoot()
    {
        if (HasEnded) return;
        Await();
        Drive();
    }

    /// <summary>A call of another operation has ended it.</summary>
    internal void Ended(Operation by)
    {
        HasEnded = true;
        if (by == Vehicle) return;
        if (Promised is { } promised) promised.IsHandedOver = true;
        Sit();
        if (IsIdle) AnnounceWait(null, _site);
    }

    private void Await()
    {
        IsIdle = true;
        if (_isDue) AnnounceWait(_awaited, _site);
        else AnnounceRest();
        Vehicle.IsResting = Source is not null && !_isDue && !_isHeld && PostedTo is null;
        Vehicle.Execution.Perform(Vehicle);
        Vehicle.IsResting = false;
    }

    private void GoOn()
    {
        if (HasPlace)
        {
            Post();
            return;
        }
        Vehicle.Execution.Pool?.Take(Vehicle, _site);
        RunOn(Vehicle);
    }

    /// <summary>Hands the rest to where it has to run.</summary>
    private void Post(Resuming resuming = Resuming.Posts)
    {
        _isDue = false;
        PostedTo = (object?)_place.Context ?? _place.Scheduler;
        _place.HandOver(Hooks.Hook.Current!, Resume, resuming);
    }

    private void Move()
    {
        var operation = Hooks.Hook.Current!;
        var call = AsyncCall.Enter(operation, this);
        try
        {
            _machine.MoveNext();
        }
        finally
        {
            call.Leave(operation);
        }
    }
}
