using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Tasks that begin when another is complete. The real one continues a gate, which is opened where and
/// when the other would let it go on: so it decides itself about its conditions and its token.
/// </summary>
internal sealed class Continued
{
    private readonly Task _first;
    private readonly Task _next;
    private readonly TaskCompletionSource _gate;
    private readonly TaskContinuationOptions _options;
    private readonly TaskScheduler _scheduler;
    private readonly Completion _completion;
    private readonly Turn? _turn;
    private readonly string _site;

    private Continued(Operation operation, Task first, Task next, TaskCompletionSource gate,
        TaskContinuationOptions options, TaskScheduler scheduler, string site)
    {
        (_first, _next, _gate, _options, _scheduler, _site) = (first, next, gate, options, scheduler, site);
        var canceller = Cancellation.Of(operation, Started.TokenOf(next));
        _completion = IsPlain ? Completion.OfWork(operation, next, site)
            : Completion.New(operation, next, true, site);
        _turn = !IsPlain ? Schedulers.Of(operation, next, _completion, scheduler, site)
            : canceller is null ? null : new(operation, next, _completion, site);
        Attached.Note(operation, next, _completion);
        Statuses.HasDelegate(operation, _completion, Completion.Of(operation, first, site));
        if (canceller is not null && options.HasFlag(TaskContinuationOptions.LazyCancellation))
            throw operation.Execution.Refuse("TaskContinuationOptions.LazyCancellation", "use await", site);
    }

    private bool IsPlain => _scheduler == TaskScheduler.Default;

    /// <param name="make">Makes the real one, which continues the gate.</param>
    internal static TTask With<TTask>(Operation operation, Task first,
        Func<Task, TaskContinuationOptions, TaskScheduler, TTask> make,
        TaskContinuationOptions options, TaskScheduler scheduler, string site) where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        // In a scheduler of the program's own, the real one decides whether it is asked to run it here.
        var isLater = scheduler != TaskScheduler.Default
            && Completion.Of(operation, first, site) is { RunsWaiters: false };
        var gate = new TaskCompletionSource(
            isLater ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
        var next = make(gate.Task, HereAndNow(options, scheduler), scheduler);
        if (next.IsCompleted && Cancellation.Of(operation, Started.TokenOf(next)) is null) return next;
        new Continued(operation, first, next, gate, options, scheduler, site).Start(operation);
        return next;
    }

    /// <summary>Where the explorer has decided where it runs, the real one runs there.</summary>
    private static TaskContinuationOptions HereAndNow(
        TaskContinuationOptions options, TaskScheduler scheduler) => scheduler != TaskScheduler.Default
            ? options
            : options & ~TaskContinuationOptions.LongRunning | TaskContinuationOptions.ExecuteSynchronously;

    private void Start(Operation operation)
    {
        var isCalledThere = !IsPlain || _options.HasFlag(TaskContinuationOptions.ExecuteSynchronously);
        Callback.Start(operation, Completion.Of(operation, _first, _site), Open, false,
            isCalledThere || IsConditional, IsPlain ? _completion : null, _site, _turn,
            isCalledThere ? null : () => !Fits,
            isCalledThere || IsConditional ? () => isCalledThere || !Fits : null,
            IsPlain ? Handing.None
            : _options.HasFlag(TaskContinuationOptions.ExecuteSynchronously) ? Handing.InTurn
            : Handing.First,
            !IsPlain ? Carrier.None
            : _options.HasFlag(TaskContinuationOptions.LongRunning) ? Carrier.Own : Carrier.Pool);
    }

    private void Open()
    {
        var operation = Hook.Current!;
        if (IsPlain && _turn?.Begins(operation) == false) return;
        if (IsPlain) Statuses.Begins(operation, _completion);
        if (IsPlain) operation.TaskDepth++;
        _gate.TrySetFromTask(_first);
        // What is in the gate is the first's, and not for anybody to look at here.
        _ = _gate.Task.Exception;
        if (IsPlain) operation.TaskDepth--;
        if (operation.Execution.IsOver) throw new Unwinding();
        if (IsPlain && _completion.Worker == operation) Attached.WaitFor(operation, _completion);
        else if (IsPlain && _completion.Children.Count > 0)
            throw operation.Execution.Refuse("a child attached to a continuation that runs synchronously",
                "leave TaskContinuationOptions.ExecuteSynchronously out", _site);
        if (!IsPlain && !Fits) _completion.Complete(operation, _site, () => _completion.CompletedAt < 0);
    }

    private bool IsConditional => (_options & (TaskContinuationOptions.NotOnCanceled
        | TaskContinuationOptions.NotOnFaulted | TaskContinuationOptions.NotOnRanToCompletion)) != 0;

    /// <summary>If it doesn't, it is cancelled then and there.</summary>
    private bool Fits => !_options.HasFlag(_first.Status switch
    {
        TaskStatus.Faulted => TaskContinuationOptions.NotOnFaulted,
        TaskStatus.Canceled => TaskContinuationOptions.NotOnCanceled,
        _ => TaskContinuationOptions.NotOnRanToCompletion,
    });
}
