using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What the builders of all async methods have in common.</summary>
internal static class AsyncMethods
{
    /// <summary>An await that has to wait.</summary>
    /// <param name="task">What the method returns; null where it returns none.</param>
    internal static void Suspend<TAwaiter, TMachine>(
        Operation operation, Task? task, ref TAwaiter awaiter, ref TMachine machine, string site)
        where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine
    {
        var call = operation.Call!;
        Action? launch = null;
        if (call.Activation is null)
        {
            if (operation.Trial is { } trial) throw trial.Fail();
            if (operation.Unscheduled > 0)
                throw operation.Execution.Refuse("an await inside a call that happens as a whole", "await before that call", site);
            if (call.Source?.Activation is { } known) call.Activation = known;
            else launch = Activate(operation, call, task, machine, site);
        }
        var activation = call.Activation!;
        if (call.Source is { } source) source.IsPrivate = false;
        if (awaiter is IExploredAwaiter explored)
        {
            var isHeld = explored.IsSourced;
            var completion = isHeld || explored.Task is null ? null
                : Completion.Of(operation, explored.Task, explored.Site);
            activation.Suspend(operation, completion, explored.Captures, isHeld, explored.Site, launch);
            if (isHeld) explored.WhenCompleted(activation.Resume);
            return;
        }
        activation.Suspend(operation, null, false, true, site, launch);
        if (awaiter is ICriticalNotifyCompletion critical) critical.UnsafeOnCompleted(activation.Resume);
        else awaiter.OnCompleted(activation.Resume);
    }

    /// <summary>
    /// Whether nobody can tell if the call gives way: it has an operation to itself, and goes on there
    /// in either case. Then it need not ask before it waits.
    /// </summary>
    internal static bool WaitsOnItsOwn(Operation operation) =>
        operation.Call is { } call
        && (call.IsRoot ? operation.Root is null || operation.Root.Vehicle == operation
            : call.Activation?.Vehicle == operation)
        && !operation.IsTied && operation.Execution.Pool is null && Place.Current.IsAnywhere;

    /// <returns>What makes its operation; null if it stays on the one that runs it.</returns>
    private static Action? Activate(
        Operation operation, AsyncCall call, Task? task, IAsyncStateMachine machine, string site)
    {
        var vehicle = call.IsRoot ? operation : operation.Execution.Reserve(operation);
        if (vehicle is null)
            throw operation.Execution.TooMany(site);
        // An async void method has no task; that it is still at work is known all the same.
        var result = call.Source is not null ? null
            : Completion.New(operation, task ?? new object(), task is not null, site, isWork: true);
        var activation = new Activation(operation, vehicle, machine)
        {
            IsRoot = call.IsRoot,
            Result = result,
            Source = call.Source,
        };
        call.Activation = activation;
        operation.Execution.Activations.Add(activation);
        if (call.Source is { } source) source.Activation = activation;
        if (result is not null && !call.IsRoot) result.Worker = vehicle;
        if (call.IsRoot)
        {
            operation.Root = activation;
            return null;
        }
        var name = MethodNames.OfCall(machine.GetType(), call.Number);
        return () => activation.Launch(operation, name);
    }
}

/// <summary>The end of an async method's call: around what completes the builder's own task.</summary>
internal readonly struct AsyncEnd
{
    private readonly Operation? _operation;
    private readonly Activation? _activation;
    private readonly bool _isAnnounced;

    private AsyncEnd(Operation operation, Activation activation, bool isAnnounced) =>
        (_operation, _activation, _isAnnounced) = (operation, activation, isAnnounced);

    internal static AsyncEnd Begin(string site)
    {
        if (Hook.Current is not { Call.Activation: { } activation } operation) return default;
        if (operation.Execution.IsOver) throw new Unwinding();
        var isOwn = operation == activation.Vehicle;
        if (isOwn && (activation.IsRoot || activation.Result is null || !operation.Execution.IsExact))
        {
            // The end of the operation is the end of the task.
            if (!activation.IsRoot) operation.Outcome = activation.Result;
            return new(operation, activation, false);
        }
        if (activation.Result is { } result)
        {
            result.IsLast = isOwn;
            result.Announce(operation, site, isOwn ? null : activation.Seat);
        }
        else
        {
            Execution.Announce(operation, EventKind.Complete, site);
            operation.Next.Location = activation.Seat;
            operation.Next.Mode = AccessMode.Write;
        }
        operation.Execution.Perform(operation);
        return new(operation, activation, true);
    }

    internal void Finish()
    {
        if (_operation is not { } operation) return;
        var activation = _activation!;
        if (_isAnnounced) activation.Result?.Reached(operation.Execution);
        activation.Ended(operation);
        if (_isAnnounced) activation.Result?.RunWaiters(operation);
        if (operation != activation.Vehicle) activation.Follow?.Invoke(operation);
    }
}
