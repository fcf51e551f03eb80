using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Code that runs once, when what it waits for is complete: a continuation by call.</summary>
internal sealed class Callback : Continuation
{
    private readonly Action _action;
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();
    private readonly Place _place;
    private Completion? _awaited;
    private bool _wasRun;

    private Callback(Operation creator, Operation vehicle, Action action, bool captures)
        : base(creator, vehicle)
    {
        _action = action;
        _place = captures ? Place.Current : default;
    }

    /// <summary>Whether it may run on who completes the task.</summary>
    internal bool MayRunThere { get; init; } = true;

    /// <summary>What it runs on where its own operation runs it.</summary>
    internal Carrier Carrier { get; init; }

    /// <summary>If that depends on what came of the task.</summary>
    internal Func<bool>? RunsThereIf { get; init; }

    /// <summary>Whether it only hands something to a scheduler, and when.</summary>
    internal Handing Handing { get; init; }

    /// <summary>ContinueWith, which has an outcome, doesn't ask for the context that is current.</summary>
    internal override bool CanRunHere =>
        MayRunThere && (HasPlace || Outcome is not null || MayRunIn(Place.Current, Resuming)) && IsFit;

    internal override bool HasPlace => Handing != Handing.None || !_place.IsAnywhere;

    internal override bool GoesFirst => Handing == Handing.First;

    private Resuming Resuming => _awaited?.Resuming ?? Resuming.LikeTask;

    private bool IsFit
    {
        get
        {
            if (RunsThereIf is not { } isFit) return true;
            _awaited?.Settle();
            return isFit();
        }
    }

    /// <summary>Calls an action when a task is complete; at once if it is null, but elsewhere.</summary>
    internal static void When(
        Operation operation, Task? task, Action action, bool captures, string site)
    {
        var awaited = task is null ? null : Completion.Of(operation, task, site);
        if (action.Target is Activation activation)
            activation.Suspend(operation, awaited, captures, false, site, null);
        else
            Start(operation, awaited, action, captures, true, null, site, carrier: Carrier.Pool);
    }

    /// <summary>An operation that runs an action once something is complete.</summary>
    /// <param name="outcome">What the end of the action completes, if anything.</param>
    /// <param name="turn">For what may be cancelled before it begins.</param>
    /// <param name="runsThereIf">Whether it runs there after all, once the task is complete.</param>
    /// <param name="runsHereIf">
    /// Whether it runs here and now, if the task is complete already; null if it never does.
    /// </param>
    /// <param name="handing">Whether it only hands something to a scheduler, and when.</param>
    /// <param name="carrier">What it runs on if its own operation runs it.</param>
    internal static void Start(
        Operation operation, Completion? awaited, Action action, bool captures, bool mayRunThere,
        Completion? outcome, string site, Turn? turn = null, Func<bool>? runsThereIf = null,
        Func<bool>? runsHereIf = null, Handing handing = Handing.None,
        Carrier carrier = Carrier.None)
    {
        var execution = operation.Execution;
        if (!operation.IsObserved)
            throw execution.Refuse("a task started inside a call that happens as a whole", "start it before that call", site);
        var vehicle = execution.Reserve(operation) ?? throw execution.TooMany(site);
        var callback = new Callback(operation, vehicle, action, captures)
        {
            Carrier = carrier,
            Handing = handing,
            MayRunThere = mayRunThere,
            RunsThereIf = runsThereIf,
        };
        if (!callback._place.IsAnywhere)
        {
            // What is complete by now is handed over by who asks.
            runsHereIf ??= static () => true;
            action = () => callback._place.HandOver(operation, callback.Run, Resuming.Posts);
        }
        Location[] gates = mayRunThere ? [.. awaited?.GatesFor(execution, callback) ?? []] : [];
        Execution.Announce(operation, EventKind.Start, site);
        ref var next = ref operation.Next;
        next.Location = vehicle.Lifecycle;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = [.. gates.Prepend(callback.Seat).Select(l => new Access(l, AccessMode.Write)),
            .. turn?.ToStart ?? [],
            .. runsHereIf is null || awaited is null ? (Access[])[]
                : [.. awaited.Leaves.Select(leaf => new Access(leaf, AccessMode.Read))]];
        execution.Perform(operation);
        if (turn?.Starts(execution) == false) return;
        if (runsHereIf is not null && RanHere(operation, awaited, action, outcome, site, runsHereIf)) return;
        if (turn is not null) turn.Vehicle = vehicle;
        callback.Sit();
        callback._awaited = awaited;
        callback.Outcome = outcome;
        execution.Launch(vehicle, operation, () => callback.Drive(site));
        vehicle.HasOwnThread = carrier == Carrier.Own;
        if (outcome is not null) outcome.Worker = vehicle;
        if (awaited is not null) callback.AnnounceWait(awaited, site);
        if (gates.Length > 0) awaited!.Join(execution, callback);
        if (mayRunThere && callback._place.IsAnywhere) awaited?.IsAwaitedBy(execution, callback);
    }

    /// <summary>In the event that starts it: there is nothing to wait for, so nobody else is asked.</summary>
    private static bool RanHere(Operation operation, Completion? awaited, Action action,
        Completion? outcome, string site, Func<bool> runsHereIf)
    {
        if (awaited is { IsComplete: false }) return false;
        if (awaited is not null)
        {
            operation.Execution.Trace[operation.LastEvent].Sources = [.. awaited.Sources];
            awaited.Settle();
        }
        if (!runsHereIf()) return false;
        action();
        outcome?.Complete(operation, site, () => outcome.CompletedAt < 0);
        return true;
    }

    private Completion? Outcome { get; set; }

    internal override void RunOn(Operation operation)
    {
        _wasRun = true;
        _awaited?.Settle();
        if (_place.IsHere(Resuming)) Run();
        else _place.HandOver(operation, Run, Resuming);
        if (operation == Vehicle) return;
        if (Outcome is { } outcome)
        {
            // Who waits for it runs here as well: see Completion.Gate.
            if (outcome.Gate is null && outcome.HasWaiter) throw operation.Execution.Doubt();
            outcome.Complete(operation, "", () => outcome.CompletedAt < 0, Seat);
        }
        else
        {
            Execution.Announce(operation, EventKind.Complete, "");
            operation.Next.Location = Seat;
            operation.Next.Mode = AccessMode.Write;
            operation.Execution.Perform(operation);
        }
        Sit();
        AnnounceWait(null, "");
    }

    private void Drive(string site)
    {
        if (_wasRun) return;
        TakeOver(_awaited);
        if (!_place.IsAnywhere)
        {
            _place.HandOver(Vehicle, RunAndComplete, Resuming.Posts);
        }
        else
        {
            if (Carrier == Carrier.Pool) Vehicle.Execution.Pool?.Take(Vehicle, site);
            var isExact = Vehicle.Execution.IsExact;
            if (!isExact) Vehicle.Outcome = Outcome;
            Run();
            if (!isExact || Outcome is not { CompletedAt: < 0, IsHandedOver: false } outcome) return;
            outcome.IsLast = true;
            outcome.Complete(Vehicle, "", () => outcome.CompletedAt < 0);
        }
    }

    private void RunAndComplete()
    {
        Run();
        Outcome?.Complete(Hook.Current!, "", () => Outcome.CompletedAt < 0);
    }

    private void Run()
    {
        if (_flow is { } flow) ExecutionContext.Run(flow, static c => ((Callback)c!)._action(), this);
        else _action();
        if (Hook.Current!.Execution.IsOver) throw new Unwinding();
    }
}
