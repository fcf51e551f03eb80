using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <c>Task.WhenEach</c>: tasks in the order in which they are complete. That order shows, so completing
/// one touches the queue.
/// </summary>
/// <remarks>However often it is gone through, each task comes once, as in .NET.</remarks>
internal sealed class EachOf<TTask> : Watcher, IAsyncEnumerable<TTask> where TTask : Task
{
    private readonly List<(TTask Task, Completion Completion)> _left = [];
    private readonly Queue<(TTask Task, Completion Completion)> _ready = [];
    private readonly Location _queue;
    private readonly string _site;
    private TaskCompletionSource<bool>? _pending;
    private Completion? _next;
    private bool _wasStarted;
    private int _remaining;

    private EachOf(Operation operation, string site)
    {
        _queue = operation.Execution.Memory.OfNew(this, LocationName.Queue, operation);
        _site = site;
    }

    /// <summary>An event that looks at all of them.</summary>
    internal static IAsyncEnumerable<TTask> Of(Operation operation, TTask[] tasks, string site)
    {
        if (tasks.Contains(null))
            throw new ArgumentException("The tasks argument included a null value.", nameof(tasks));
        var each = new EachOf<TTask>(operation, site) { _remaining = tasks.Length };
        foreach (var task in tasks)
        {
            each._left.Add((task, Completion.Of(operation, task, site)
                ?? Completion.Done(operation, task, site)));
        }
        Completion[] watched = [.. each._left.Select(left => left.Completion).Distinct()];
        Execution.Announce(operation, EventKind.Check, site);
        ref var next = ref operation.Next;
        next.Location = each._queue;
        next.Mode = AccessMode.Write;
        next.More = [.. watched.SelectMany(completion => completion.Leaves).Distinct()
            .Select(leaf => new Access(leaf, AccessMode.Read))];
        operation.Execution.Perform(operation);
        each.Collect();
        foreach (var completion in watched) completion.Watch(operation.Execution, each);
        return each;
    }

    internal override Completion? Completion => _next;

    internal override IEnumerable<Access> Touched => _next is null
        ? [new(_queue, AccessMode.Write)]
        : [new(_queue, AccessMode.Write), new(_next.Location, AccessMode.Write), .. _next.Also ?? []];

    internal override void Won(Execution execution, Completion leaf)
    {
        Collect();
        if (_pending is not { } pending || _ready.Count == 0) return;
        _pending = null;
        _next!.Winner = Take();
        pending.SetResult(true);
        _next.Reached(execution);
    }

    public IAsyncEnumerator<TTask> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(this, cancellationToken);

    private TTask Current { get; set; } = null!;

    private void Collect()
    {
        foreach (var left in _left.Where(left => left.Completion.IsComplete)) _ready.Enqueue(left);
        _left.RemoveAll(left => left.Completion.IsComplete);
    }

    private Completion Take()
    {
        _remaining--;
        var (task, completion) = _ready.Dequeue();
        Current = task;
        return completion;
    }

    /// <summary>One event takes the next, or begins to wait for it.</summary>
    private ValueTask<bool> MoveNext(Operation operation, CancellationToken token)
    {
        if (_remaining == 0) return new(false);
        var canceller = Cancellation.Of(operation, token);
        var source = new TaskCompletionSource<bool>();
        var completion = Models.Completion.New(operation, source.Task, false, _site);
        Execution.Announce(operation, EventKind.Check, _site);
        ref var next = ref operation.Next;
        next.Location = _queue;
        next.Mode = AccessMode.Write;
        next.More = [new(completion.Location, AccessMode.Write), .. canceller?.ToJoin ?? []];
        operation.Execution.Perform(operation);
        if (canceller?.IsRequested ?? token.IsCancellationRequested)
            return ValueTask.FromException<bool>(new OperationCanceledException(token));
        if (_ready.Count > 0)
        {
            var sources = Take().Sources;
            operation.Execution.Trace[operation.LastEvent].Sources = [.. sources];
            return new(true);
        }
        (_pending, _next) = (source, completion);
        Models.Completion.CompletingTouches(
            operation.Execution, _queue, new(completion.Location, AccessMode.Write));
        canceller?.Join(new(by => completion.Complete(by, _site, () => Cancel(source, token), _queue)));
        return new(source.Task);
    }

    private bool Cancel(TaskCompletionSource<bool> source, CancellationToken token)
    {
        if (!source.TrySetException(new OperationCanceledException(token))) return false;
        _pending = null;
        return true;
    }

    private sealed class Enumerator(EachOf<TTask> each, CancellationToken token) : IAsyncEnumerator<TTask>
    {
        private bool? _isFirst;

        public TTask Current => each.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            _isFirst ??= !each._wasStarted;
            each._wasStarted = true;
            return _isFirst.Value ? each.MoveNext(Hook.Current!, token) : new(false);
        }

        public ValueTask DisposeAsync() => default;
    }
}
