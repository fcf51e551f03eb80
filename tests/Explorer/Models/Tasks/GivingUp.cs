using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <c>task.WaitAsync</c>: a task that is complete when another is, when time is up or when a token is
/// cancelled, whichever comes first.
/// </summary>
internal sealed class GivingUp
{
    private readonly Execution _execution;
    private readonly Task _task;
    private readonly Completion _watched;
    private readonly Promise _own;
    private readonly Completion _completion;
    private readonly Cancellation? _canceller;
    private readonly CancellationToken _token;
    private readonly string _site;
    private Told? _told;

    private GivingUp(Operation operation, Task task, Completion watched, Promise own,
        CancellationToken token, string site)
    {
        _execution = operation.Execution;
        (_task, _watched, _own, _token, _site) = (task, watched, own, token, site);
        _canceller = Cancellation.Of(operation, token);
        _completion = Completion.New(
            operation, own.Task, _canceller is not null || watched.Gates.Any(), site);
        _completion.EndsUnseen = true;
        _completion.Candidates = [watched];
    }

    internal static Task On(Operation operation, Task task, TimeSpan limit, TimeProvider provider,
        CancellationToken token, string site) =>
        On(operation, task, Promise.Of(new TaskCompletionSource()), limit, provider, token, site);

    internal static Task<T> On<T>(Operation operation, Task<T> task, TimeSpan limit,
        TimeProvider provider, CancellationToken token, string site) => (Task<T>)On(
            operation, task, Promise.Of(new TaskCompletionSource<T>()), limit, provider, token, site);

    private static Task On(Operation operation, Task task, Promise own, TimeSpan limit,
        TimeProvider provider, CancellationToken token, string site)
    {
        if (task is null) throw new NullReferenceException();
        var milliseconds = Limits.OfTimer((long)limit.TotalMilliseconds, "timeout");
        ArgumentNullException.ThrowIfNull(provider, "timeProvider");
        if (milliseconds < 0 && !token.CanBeCanceled) return task;
        if (Completion.Of(operation, task, site) is not { Leaves.Length: > 0 } watched) return task;
        // .NET looks at the task first, and then at the token: something may come between.
        if (Cancellation.Of(operation, token) is not null && Tasks.IsComplete(operation, watched, site))
            return task;
        return new GivingUp(operation, task, watched, own, token, site)
            .Begin(operation, milliseconds, provider);
    }

    /// <summary>One event looks at the task, registers with the token and sets the alarm.</summary>
    private Task Begin(Operation operation, long limit, TimeProvider provider)
    {
        var isAlarmed = limit > 0 && provider == TimeProvider.System;
        Announce(operation, isAlarmed);
        _execution.Perform(operation);
        if (_watched.IsComplete) return _task;
        if (_canceller?.IsRequested ?? _token.IsCancellationRequested ? _own.Cancel(_token)
            : limit == 0 && _own.Fail(new TimeoutException()))
        {
            _completion.Reached(_execution);
            return _own.Task;
        }
        Watch();
        if (isAlarmed) SetAlarm(operation, limit);
        else if (limit > 0) SetTimer(limit, provider);
        return _own.Task;
    }

    private void Announce(Operation operation, bool isAlarmed)
    {
        Execution.Announce(operation, isAlarmed ? EventKind.SetAlarm : EventKind.Check, _site);
        ref var next = ref operation.Next;
        next.Location = _completion.Location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More =
        [
            .. _watched.Leaves.Select(leaf => new Access(leaf, AccessMode.Read)),
            .. isAlarmed ? [_execution.Sets(_completion.Location)[0]] : (Access[])[],
            .. _canceller?.ToJoin ?? [],
        ];
    }

    private void Watch()
    {
        if (_canceller is { } canceller)
        {
            _told = new(by => GiveUp(by, () => _own.Cancel(_token)));
            canceller.Join(_told);
        }
        _watched.Watch(_execution, new FirstOf(_completion, [_watched], Follow)
        {
            Also = _canceller is null ? [] : [_canceller.ToLeave],
            Leaves = Leave,
        });
    }

    private void SetAlarm(Operation operation, long limit)
    {
        var alarm = _execution.SetAlarm(operation, _completion.Location, null, limit, _site,
            _canceller is null ? [] : [_canceller.ToLeave]);
        alarm.Fires = () =>
        {
            _own.Fail(new TimeoutException());
            _completion.Reached(_execution);
            Leave();
        };
    }

    /// <summary>By a clock of the program's own.</summary>
    private void SetTimer(long limit, TimeProvider provider) => provider.CreateTimer(
        _ => GiveUp(Hook.Current!, () => _own.Fail(new TimeoutException())), null,
        TimeSpan.FromMilliseconds(limit), Timeout.InfiniteTimeSpan);

    /// <summary>The real one may be incomplete still: it follows the other when it is looked at.</summary>
    private void GiveUp(Operation by, Func<bool> end) => _completion.Complete(by, _site, () =>
    {
        if (_completion.CompletedAt >= 0) return false;
        Leave();
        return end();
    }, _canceller?.ToLeave.Location);

    private void Leave()
    {
        if (_told is not null) _canceller!.Leave(_told);
    }

    private void Follow(int candidate)
    {
        _own.Follow(_task);
        if (_execution.Models.TryGetValue(_task, out var known)) ((Completion)known).IsObserved = true;
    }
}
