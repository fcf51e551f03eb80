using System.Threading.Channels;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A channel within an execution, after .NET's own: each call is one event, at the end of which those
/// who wait have been served as .NET serves them.
/// </summary>
/// <remarks>
/// The location's state is what a wait is for: the number of items, and whether there will be more.
/// Every event writes the location, so the order of all is kept.
/// </remarks>
internal sealed partial class ChannelCore<T>
{
    /// <summary>Beside the number of items in the state: nothing more will be written.</summary>
    private const long NoMore = 1L << 40;

    private readonly List<T> _items = [];
    private readonly List<Blocked<T>> _readers = [];
    private readonly List<Blocked<bool>> _readWaiters = [];
    private readonly List<Blocked<bool>> _writers = [];
    private readonly List<Blocked<bool>> _writeWaiters = [];
    private readonly Dictionary<Operation, Access[]> _announced = [];
    private readonly List<Completion> _reached = [];
    private readonly TaskCompletionSource _over = new();
    private readonly Completion _end;
    private readonly Location _location;
    private readonly ChannelPlan<T> _plan;
    private bool _isDone;
    private Exception? _error;
    private T? _dropped;
    private bool _hasDropped;

    internal ChannelCore(Operation operation, ChannelPlan<T> plan, string site)
    {
        _plan = plan;
        _location = operation.Execution.Memory.OfNew(this, LocationName.Model, operation);
        _end = Completion.New(operation, _over.Task,
            plan.RunsWaiters ? Resuming.LikeTask : Resuming.Posts, site);
        _end.PublishedAt = _location;
        // A channel's own tasks are never said to be unobserved.
        _end.IsObserved = true;
    }

    internal Task Over => _over.Task;

    internal ChannelPlan<T> Plan => _plan;

    internal Location Location => _location;

    /// <summary>How many items: an event that only looks.</summary>
    internal int Count(Operation operation, string site) =>
        (int)(Primitive.Read(operation, _location, site) % NoMore);

    internal bool TryPeek(Operation operation, out T item, string site)
    {
        var found = Count(operation, site) > 0;
        item = found ? _items[0] : default!;
        return found;
    }

    /// <summary>One event on the channel, which may complete whoever waits for it.</summary>
    private void Perform(
        Operation operation, EventKind kind, string site, ICondition? condition = null, Access[]? own = null)
    {
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.Acquires = next.Releases = true;
        next.Varies = true;
        next.Guard = condition is null ? Guard.None : Guard.Custom;
        next.Condition = condition;
        _announced[operation] = own ?? [];
        Retouch(operation);
        operation.Execution.Perform(operation);
        _announced.Remove(operation);
    }

    /// <summary>
    /// After every change: what an event touches depends on who waits, and so on nothing but the
    /// channel's events before it.
    /// </summary>
    private void Retouch()
    {
        _location.State = _items.Count + (_isDone ? NoMore : 0);
        foreach (var operation in _announced.Keys) Retouch(operation);
    }

    private void Retouch(Operation operation)
    {
        List<Access> touched = [.. _announced[operation]];
        if (!_end.IsComplete) touched.AddRange(_end.WhenReached);
        foreach (var blocked in _readers) touched.AddRange(blocked.Touches);
        foreach (var blocked in _readWaiters) touched.AddRange(blocked.Touches);
        foreach (var blocked in _writers) touched.AddRange(blocked.Touches);
        foreach (var blocked in _writeWaiters) touched.AddRange(blocked.Touches);
        operation.Next.More = touched.Count == 0 ? null : Access.Union(touched);
    }

    /// <summary>At the end of an event: those who were served run here, if the channel allows it.</summary>
    private void Settle(Operation operation)
    {
        Retouch();
        var reached = _reached.ToArray();
        _reached.Clear();
        foreach (var completion in reached) completion.RunWaiters(operation);
        if (!_hasDropped) return;
        _hasDropped = false;
        _plan.Dropped?.Invoke(_dropped!);
    }

    private void Served(Operation operation, Completion completion)
    {
        completion.Reached(operation.Execution);
        _reached.Add(completion);
    }

    /// <summary>Puts an item in, or drops one.</summary>
    /// <returns>False if there is no room for it.</returns>
    private bool Add(Operation operation, T item)
    {
        if (_readers.Count > 0)
        {
            Next(_readers).Set(operation, item);
            return true;
        }
        if (_plan.Capacity < 0 || _items.Count < _plan.Capacity)
        {
            _items.Add(item);
            Wake(operation, _readWaiters, true);
            return true;
        }
        if (_plan.WhenFull == BoundedChannelFullMode.Wait) return false;
        _hasDropped = true;
        _dropped = item;
        if (_plan.WhenFull == BoundedChannelFullMode.DropWrite) return true;
        var at = _plan.WhenFull == BoundedChannelFullMode.DropNewest ? _items.Count - 1 : 0;
        _dropped = _items[at];
        _items.RemoveAt(at);
        _items.Add(item);
        return true;
    }

    private T Take(Operation operation)
    {
        var item = _items[0];
        _items.RemoveAt(0);
        if (_isDone)
        {
            if (_items.Count == 0) Finish(operation);
        }
        else if (_writers.Count > 0)
        {
            var writer = Next(_writers);
            _items.Add(writer.Item!);
            writer.Set(operation, true);
        }
        else
        {
            Wake(operation, _writeWaiters, true);
        }
        return item;
    }

    private void Finish(Operation operation)
    {
        if (_error is OperationCanceledException cancelled) _over.TrySetCanceled(cancelled.CancellationToken);
        else if (_error is not null) _over.TrySetException(_error);
        else _over.TrySetResult();
        _ = _over.Task.Exception;
        Served(operation, _end);
    }

    private static Blocked<TResult> Next<TResult>(List<Blocked<TResult>> queue)
    {
        var first = queue[0];
        queue.RemoveAt(0);
        return first;
    }

    private static void Wake(Operation operation, List<Blocked<bool>> waiters, bool result)
    {
        while (waiters.Count > 0) Next(waiters).Set(operation, result);
    }

    private Exception Closed() => _error is OperationCanceledException ? _error
        : _error is not null ? new ChannelClosedException(_error) : new ChannelClosedException();

    /// <summary>Somebody who waits, and what for.</summary>
    private sealed class Blocked<TResult>
    {
        private readonly ChannelCore<T> _core;
        private readonly TaskCompletionSource<TResult> _source = new();
        private readonly Completion _completion;
        private readonly Cancellation? _canceller;
        private readonly Told? _told;

        internal Blocked(Operation operation, ChannelCore<T> core, List<Blocked<TResult>> queue,
            Cancellation? canceller, string site)
        {
            (_core, _canceller) = (core, canceller);
            _completion = Completion.New(
                operation, _source.Task,
                core._plan.RunsWaiters ? Resuming.LikeChannel : Resuming.Posts, site);
            _completion.PublishedAt = core._location;
            _completion.IsObserved = _completion.IsForOnce = true;
            if (canceller is not null && core._plan.RunsWaiters) throw operation.Execution.Refuse(
                "a token in a channel with AllowSynchronousContinuations", "use one of the two", site);
            if (canceller is not null) _told = new(by => Cancel(by, queue, site));
        }

        internal T? Item { get; init; }

        internal Task<TResult> Task => _source.Task;

        internal IEnumerable<Access> Touches => _canceller is null
            ? _completion.WhenReached : [.. _completion.WhenReached, _canceller.ToLeave];

        internal void Join() => _canceller?.Join(_told!);

        internal void Set(Operation operation, TResult result)
        {
            _source.SetResult(result);
            Reached(operation);
        }

        internal void Fail(Operation operation, Exception exception)
        {
            _source.SetException(exception);
            _ = _source.Task.Exception;
            Reached(operation);
        }

        /// <summary>Another waits in its place: a channel for one reader keeps one.</summary>
        internal void GivesWay(Operation operation)
        {
            _source.SetCanceled();
            Reached(operation);
        }

        private void Reached(Operation operation)
        {
            _canceller?.Leave(_told!);
            _core.Served(operation, _completion);
        }

        private void Cancel(Operation by, List<Blocked<TResult>> queue, string site) =>
            _completion.Complete(by, site, () =>
            {
                if (!_source.TrySetFromTask(Cancelled(_canceller!.Token))) return false;
                _completion.PublishedAt = null;
                queue.Remove(this);
                _core.Retouch();
                return true;
            }, _core._location);

        /// <summary>Not a TaskCanceledException: this is what .NET throws here.</summary>
#pragma warning disable CS1998
        private static async Task<TResult> Cancelled(CancellationToken token) =>
            throw new OperationCanceledException(token);
#pragma warning restore CS1998
    }
}
