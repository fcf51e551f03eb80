using Interleavings.Scheduling;

namespace Interleavings.Models;

// What a program calls.
internal sealed partial class ChannelCore<T>
{
    internal bool TryWrite(Operation operation, T item, string site)
    {
        Perform(operation, EventKind.Put, site);
        if (_isDone || !Add(operation, item)) return InVain(operation);
        Shows(operation, item);
        Settle(operation);
        return true;
    }

    internal ValueTask Write(Operation operation, T item, CancellationToken token, string site)
    {
        var canceller = Cancellation.Of(operation, token);
        if (canceller is null && token.IsCancellationRequested) return ValueTask.FromCanceled(token);
        var blocked = new Blocked<bool>(operation, this, _writers, canceller, site) { Item = item };
        Perform(operation, EventKind.Put, site, null, canceller?.ToJoin);
        if (IsCancelled(operation, canceller)) return ValueTask.FromCanceled(token);
        if (_isDone) return ValueTask.FromException(Closed());
        if (Add(operation, item))
        {
            Shows(operation, item);
            Settle(operation);
            return default;
        }
        Joins(operation, _writers, blocked);
        return new(blocked.Task);
    }

    internal ValueTask<bool> WaitToWrite(Operation operation, CancellationToken token, string site)
    {
        var canceller = Cancellation.Of(operation, token);
        if (canceller is null && token.IsCancellationRequested) return ValueTask.FromCanceled<bool>(token);
        var blocked = new Blocked<bool>(operation, this, _writeWaiters, canceller, site);
        Perform(operation, EventKind.Check, site, null, canceller?.ToJoin);
        if (IsCancelled(operation, canceller)) return ValueTask.FromCanceled<bool>(token);
        if (_isDone) return _error is null ? new(false) : ValueTask.FromException<bool>(_error);
        if (_plan.Capacity < 0 || _items.Count < _plan.Capacity
            || _plan.WhenFull != System.Threading.Channels.BoundedChannelFullMode.Wait) return new(true);
        Joins(operation, _writeWaiters, blocked);
        return new(blocked.Task);
    }

    internal bool TryComplete(Operation operation, Exception? error, string site)
    {
        // In a finally while unwinding: nobody is left to see it.
        if (operation.Execution.IsOver) return true;
        Perform(operation, EventKind.Complete, site);
        if (_isDone) return InVain(operation);
        (_isDone, _error) = (true, error);
        if (_items.Count == 0) Finish(operation);
        while (_readers.Count > 0) Next(_readers).Fail(operation, Closed());
        while (_writers.Count > 0) Next(_writers).Fail(operation, Closed());
        End(operation, _readWaiters);
        End(operation, _writeWaiters);
        Settle(operation);
        return true;
    }

    internal bool TryRead(Operation operation, out T item, string site)
    {
        Perform(operation, EventKind.Take, site);
        if (_items.Count == 0)
        {
            item = default!;
            return InVain(operation);
        }
        item = Taken(operation);
        return true;
    }

    internal ValueTask<T> Read(Operation operation, CancellationToken token, string site)
    {
        var canceller = Cancellation.Of(operation, token);
        if (canceller is null && token.IsCancellationRequested) return ValueTask.FromCanceled<T>(token);
        var blocked = new Blocked<T>(operation, this, _readers, canceller, site);
        Perform(operation, EventKind.Take, site, null, canceller?.ToJoin);
        if (IsCancelled(operation, canceller)) return ValueTask.FromCanceled<T>(token);
        if (_items.Count > 0) return new(Taken(operation));
        if (_isDone) return ValueTask.FromException<T>(Closed());
        JoinsReaders(operation, _readers, blocked);
        return new(blocked.Task);
    }

    internal ValueTask<bool> WaitToRead(Operation operation, CancellationToken token, string site)
    {
        var canceller = Cancellation.Of(operation, token);
        if (canceller is null && token.IsCancellationRequested) return ValueTask.FromCanceled<bool>(token);
        var blocked = new Blocked<bool>(operation, this, _readWaiters, canceller, site);
        Perform(operation, EventKind.Check, site, null, canceller?.ToJoin);
        if (IsCancelled(operation, canceller)) return ValueTask.FromCanceled<bool>(token);
        if (_items.Count > 0) return new(true);
        if (_isDone) return _error is null ? new(false) : ValueTask.FromException<bool>(_error);
        JoinsReaders(operation, _readWaiters, blocked);
        return new(blocked.Task);
    }

    /// <summary>
    /// Waits for an item and takes it, as one event: whether somebody else took one between the two is
    /// the same as waiting longer.
    /// </summary>
    /// <param name="waits">False to come back at once if there is nothing yet.</param>
    /// <returns>False at the end of the channel; null if there is nothing yet.</returns>
    internal bool? TakeNext(Operation operation, bool waits, out T item, string site)
    {
        item = default!;
        Perform(operation, EventKind.Take, site, waits ? new HasNext(_location) : null);
        if (_items.Count > 0)
        {
            item = Taken(operation);
            return true;
        }
        if (_isDone) return _error is null ? false : throw _error;
        InVain(operation);
        return null;
    }

    private T Taken(Operation operation)
    {
        var item = Take(operation);
        Shows(operation, item);
        Settle(operation);
        return item;
    }

    /// <summary>
    /// With the promise of a single reader, a second pending call cancels the first
    /// (<c>SingleConsumerUnboundedChannel.cs</c>, <c>ReadAsync</c> and <c>WaitToReadAsync</c>).
    /// </summary>
    private void JoinsReaders<TResult>(
        Operation operation, List<Blocked<TResult>> queue, Blocked<TResult> blocked)
    {
        var first = _plan.HasOneReader && queue.Count > 0 ? Next(queue) : null;
        first?.GivesWay(operation);
        Joins(operation, queue, blocked);
        if (first is not null) Settle(operation);
    }

    private void Joins<TResult>(Operation operation, List<Blocked<TResult>> queue, Blocked<TResult> blocked)
    {
        queue.Add(blocked);
        blocked.Join();
        Retouch();
        if (operation.Unscheduled == 0) operation.Execution.Trace[operation.LastEvent].Value = Waiting.InVain;
    }

    private void End(Operation operation, List<Blocked<bool>> waiters)
    {
        while (waiters.Count > 0)
        {
            var waiter = Next(waiters);
            if (_error is null) waiter.Set(operation, false);
            else waiter.Fail(operation, _error);
        }
    }

    private bool InVain(Operation operation)
    {
        if (operation.Unscheduled > 0) return false;
        operation.Execution.Trace[operation.LastEvent].Value = Waiting.InVain;
        LoopWaits.Failed(operation);
        return false;
    }

    private static void Shows(Operation operation, T item)
    {
        if (operation.Execution.RecordsValues) VariableModel.Show(operation, item);
    }

    /// <summary>Whoever sees a cancellation sees what was done before it.</summary>
    private static bool IsCancelled(Operation operation, Cancellation? canceller)
    {
        if (canceller is not { IsRequested: true }) return false;
        ref var performed = ref operation.Execution.Trace[operation.LastEvent];
        performed.Acquires = performed.Releases = false;
        performed.Sources = [canceller.Location];
        return true;
    }

    private sealed class HasNext(Location location) : ICondition
    {
        public bool Holds(States states) => states.Of(location) != 0;
    }
}
