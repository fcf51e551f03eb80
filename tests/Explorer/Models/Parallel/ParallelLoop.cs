using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A parallel loop within an execution: each iteration is an operation of its own, and any may run
/// beside any other, as far as the degree of parallelism allows.
/// </summary>
/// <remarks>
/// The location's state is how many iterations are at work, if that is bounded. Stopping the loop
/// writes it; each iteration reads it before it begins.
/// </remarks>
internal sealed partial class ParallelLoop
{
    private readonly Location _location;
    private readonly CancellationToken _token;
    private readonly string _site;
    private readonly int _degree;
    private readonly List<Exception> _exceptions = [];
    private readonly bool _mayHaveOneWorker;
    private bool _isStopped;
    private bool _isExceptional;

    /// <param name="isExactDegree">Whether a degree that is given is promised, too: by a query.</param>
    internal ParallelLoop(
        Operation operation, ParallelOptions? options, string site, bool isExactDegree = false)
    {
        _location = operation.Execution.Memory.Of(this, LocationName.Model, operation);
        _token = options?.CancellationToken ?? default;
        _degree = options?.MaxDegreeOfParallelism ?? -1;
        if (operation.Execution.HasOneWorker && (_degree < 0 || !isExactDegree)) _degree = 1;
        _mayHaveOneWorker = _degree < 0 || !isExactDegree;
        _site = site;
        if (options is not null && options.TaskScheduler != TaskScheduler.Default)
            throw operation.Execution.Refuse("ParallelOptions.TaskScheduler", "use the default one", site);
        if (Cancellation.IsRequestedOf(operation, _token, site)) throw new OperationCanceledException(_token);
    }

    internal Location Location => _location;

    /// <summary>Whether a failure lets the others begin all the same.</summary>
    internal bool RunsAll { get; init; }

    /// <summary>
    /// Whether the caller runs all of it, always: a single action (<c>Parallel.cs</c>, <c>Invoke</c>). A loop
    /// of one iteration may run it elsewhere.
    /// </summary>
    internal bool IsOnCaller { get; init; }

    internal bool IsStopped => _isStopped;

    internal bool IsExceptional => _isExceptional;

    internal long? LowestBreak { get; private set; }

    /// <summary>Runs all iterations, and waits for their end.</summary>
    /// <param name="body">Of the iteration with an index.</param>
    internal ParallelLoopResult Run(Operation operation, int count, Action<int> body)
    {
        var parts = Begin(operation, count, body);
        return Finish(operation, parts);
    }

    /// <summary>Starts all iterations; where there is one at a time, runs them.</summary>
    /// <returns>One for each that runs beside the caller.</returns>
    internal Completion[] Begin(Operation operation, int count, Action<int> body)
    {
        if (_degree == 1 || IsOnCaller)
        {
            for (var i = 0; i < count; i++) Iterate(operation, i, body);
            return [];
        }
        var parts = new Completion[count];
        operation.Execution.HasSharedOut |= count > 0 && _mayHaveOneWorker;
        for (var i = 0; i < count; i++) parts[i] = Start(operation, i, count, body);
        return parts;
    }

    /// <summary>Waits for the end of all; throws what they have thrown.</summary>
    internal ParallelLoopResult Finish(Operation operation, Completion[] parts)
    {
        WaitFor(operation, parts);
        Throw(operation);
        return Result();
    }

    internal void WaitFor(Operation operation, Completion[] parts)
    {
        if (parts.Length == 0) return;
        var all = Completion.AllOf(operation, new object(), parts, static () => { }, _site);
        Tasks.Wait(operation, all, Timeout.Infinite, _site);
    }

    private Completion Start(Operation operation, int index, int count, Action<int> body)
    {
        var completion = Completion.New(operation, new object(), false, _site);
        Callback.Start(operation, null, () =>
        {
            var own = Hook.Current!;
            if (_degree < 0 || _degree >= count)
            {
                TakeThread(own);
                Iterate(own, index, body);
                return;
            }
            Enter(own);
            TakeThread(own);
            Iterate(own, index, body);
            Leave(own);
        }, false, false, completion, _site);
        return completion;
    }

    /// <summary>Of the pool, or the caller's own, which runs iterations as well.</summary>
    private void TakeThread(Operation operation) => operation.Execution.Pool?.Take(operation, _site,
        operation.Execution.Memory.Of(this, LocationName.Queue, operation));

    private void Iterate(Operation operation, int index, Action<int> body)
    {
        // One event: whether the loop goes on at all.
        Announce(operation, EventKind.Check, AccessMode.Read);
        if (Cancellation.Of(operation, _token) is { } canceller)
            operation.Next.More = [new(canceller.Location, AccessMode.Read)];
        operation.Execution.Perform(operation);
        if (_isStopped || (_isExceptional && !RunsAll) || LowestBreak < index) return;
        if (Cancellation.Of(operation, _token) is { IsRequested: true }) return;
        var outer = operation.CurrentTask;
        operation.CurrentTask = this;
        try
        {
            body(index);
        }
        catch (Exception exception) when (exception is not Unwinding)
        {
            Fails(operation, exception);
        }
        operation.CurrentTask = outer;
    }

    internal void Stop(Operation operation)
    {
        Change(operation, () => { });
        if (LowestBreak is not null)
            throw new InvalidOperationException("Stop was called after Break was called.");
        _isStopped = true;
    }

    internal void Break(Operation operation, long index)
    {
        Change(operation, () => { });
        if (_isStopped) throw new InvalidOperationException("Break was called after Stop was called.");
        if (LowestBreak is null || index < LowestBreak) LowestBreak = index;
    }

    /// <summary>Failures come in the order in which they happen.</summary>
    private void Fails(Operation operation, Exception exception) => Change(operation, () =>
    {
        _isExceptional = true;
        _exceptions.Add(exception);
    });

    private void Change(Operation operation, Action change)
    {
        Primitive.Write(operation, _location, EventKind.Signal, releases: true, _site);
        change();
    }

    private void Enter(Operation operation)
    {
        Announce(operation, EventKind.Permit, AccessMode.Write);
        ref var next = ref operation.Next;
        next.Guard = Guard.Custom;
        next.Condition = new IsBelow(_location, _degree);
        operation.Execution.Perform(operation);
        _location.State++;
    }

    private void Leave(Operation operation)
    {
        Announce(operation, EventKind.Give, AccessMode.Write);
        operation.Execution.Perform(operation);
        _location.State--;
    }

    /// <summary>It orders nothing: an iteration can't rely on another's having ended.</summary>
    private void Announce(Operation operation, EventKind kind, AccessMode mode)
    {
        Execution.Announce(operation, kind, _site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = mode;
    }

    private void Throw(Operation operation)
    {
        var all = _exceptions.ToArray();
        var wasCancelled = Cancellation.IsRequestedOf(operation, _token, _site);
        if (wasCancelled && Array.TrueForAll(all,
            e => e is OperationCanceledException cancelled && cancelled.CancellationToken == _token))
            throw new OperationCanceledException(_token);
        if (all.Length > 0) throw new AggregateException(all);
    }

    private ParallelLoopResult Result()
    {
        var result = new ParallelLoopResult();
        Completed(ref result) = !_isStopped && LowestBreak is null;
        Lowest(ref result) = LowestBreak;
        return result;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_completed")]
    private static extern ref bool Completed(ref ParallelLoopResult result);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lowestBreakIteration")]
    private static extern ref long? Lowest(ref ParallelLoopResult result);

    private sealed class IsBelow(Location location, int bound) : ICondition
    {
        public bool Holds(States states) => states.Of(location) < bound;
    }
}
