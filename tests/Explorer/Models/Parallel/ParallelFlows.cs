using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><c>Parallel.ForEachAsync</c>: a failure cancels the token that the other bodies are given.</summary>
internal sealed partial class ParallelFlows
{
    private readonly Location _location;
    private readonly CancellationTokenSource _source;
    private readonly Cancellation _cancellation;
    private readonly CancellationToken _outer;
    private readonly string _site;
    private readonly int _degree;
    private readonly List<Exception> _exceptions = [];
    private bool _wasCutShort;

    internal ParallelFlows(Operation operation, ParallelOptions options, string site)
    {
        _location = operation.Execution.Memory.Of(this, LocationName.Model, operation);
        _site = site;
        _degree = options.MaxDegreeOfParallelism;
        if (_degree < 0)
        {
            // As many as there are processors: there may be one.
            if (operation.Execution.HasOneWorker) _degree = 1;
            else operation.Execution.HasSharedOut = true;
        }
        _outer = options.CancellationToken;
        _source = Cancellation.Linked(operation, [_outer], site);
        _cancellation = Cancellation.Of(operation, _source);
    }

    internal Task Run<T>(
        Operation operation, ParallelItems<T> items, Func<T, CancellationToken, ValueTask> body)
    {
        if (items.Count == 0) return Task.CompletedTask;
        var parts = new Completion[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            var index = i;
            parts[i] = Completion.New(operation, new object(), false, _site);
            Callback.Start(operation, null, () => Flow(index, items, body), false, false, parts[i], _site);
        }
        var source = new TaskCompletionSource();
        Completion.AllOf(operation, source.Task, parts, () => Settle(source), _site);
        return source.Task;
    }

    private void Flow<T>(int index, ParallelItems<T> items, Func<T, CancellationToken, ValueTask> body)
    {
        var isBounded = _degree > 0 && _degree < items.Count;
        if (_degree == 1) EnterInTurn(Hook.Current!, index);
        else if (isBounded) Enter(Hook.Current!);
        Hook.Current!.Execution.Pool?.Take(Hook.Current!, _site);
        Carry(items.Take(Hook.Current!, index), body);
        if (isBounded || _degree == 1) Leave(Hook.Current!);
    }

    private void Carry<T>(T item, Func<T, CancellationToken, ValueTask> body)
    {
        try
        {
            if (WasCancelled(Hook.Current!)) return;
            var task = AsyncBody.ToItsEnd<Task>(
                body.Method, () => body(item, _cancellation.Token).AsTask());
            task!.GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not Unwinding)
        {
            Fails(exception);
        }
    }

    private bool WasCancelled(Operation operation)
    {
        var isRequested = Cancellation.IsRequestedOf(operation, _cancellation.Token, _site);
        _wasCutShort |= isRequested;
        return isRequested;
    }

    private void Fails(Exception exception)
    {
        // In the order in which they come.
        Primitive.Write(Hook.Current!, _location, EventKind.Signal, releases: true, _site);
        _exceptions.Add(exception);
        _cancellation.Cancel(Hook.Current!, false, _site);
    }

    private void Enter(Operation operation)
    {
        Execution.Announce(operation, EventKind.Permit, _site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.Acquires = true;
        next.Guard = Guard.Custom;
        next.Condition = new IsBelow(_location, _degree);
        operation.Execution.Perform(operation);
        _location.State++;
    }

    /// <summary>One at a time, .NET goes through the items in their order.</summary>
    private void EnterInTurn(Operation operation, int index)
    {
        Execution.Announce(operation, EventKind.Permit, _site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        next.Guard = Guard.Custom;
        next.Condition = new IsTurn(_location, -index);
        operation.Execution.Perform(operation);
    }

    private void Leave(Operation operation)
    {
        Primitive.Write(operation, _location, EventKind.Give, releases: true, _site);
        _location.State--;
    }

    private void Settle(TaskCompletionSource source)
    {
        Exception[] all = [.. _exceptions];
        if (_outer.IsCancellationRequested && (_wasCutShort || all.Length > 0)
            && Array.TrueForAll(all, e => e is OperationCanceledException))
            source.TrySetCanceled(_outer);
        else if (all.Length > 0) source.TrySetException(all);
        else source.TrySetResult();
    }

    private sealed class IsTurn(Location location, long turn) : ICondition
    {
        public bool Holds(States states) => states.Of(location) == turn;
    }

    private sealed class IsBelow(Location location, int bound) : ICondition
    {
        public bool Holds(States states) => states.Of(location) < bound;
    }
}
