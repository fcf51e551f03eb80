using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><c>Task.Delay</c>: complete when an alarm of virtual time goes off.</summary>
internal static class Delays
{
    internal static Task Of(
        Operation operation, int milliseconds, CancellationToken cancellation, string site)
    {
        var canceller = Cancellation.Of(operation, cancellation);
        // A token that may change is looked at in an event, or its order with Cancel gets lost.
        if (canceller is null ? cancellation.IsCancellationRequested
            : milliseconds == 0 && Cancellation.IsRequestedOf(operation, cancellation, site))
            return Task.FromCanceled(cancellation);
        if (milliseconds == 0) return Task.CompletedTask;
        var source = new TaskCompletionSource();
        var completion = Completion.New(operation, source.Task, canceller is not null, site);
        completion.EndsUnseen = milliseconds > 0;
        if (canceller is not null)
            return Cancellable(operation, milliseconds, source, completion, canceller, site);
        if (milliseconds > 0)
            Rings(operation, completion, milliseconds, source.SetResult, site);
        return source.Task;
    }

    /// <summary>By a clock of the program's own, whose timer completes it in a call.</summary>
    internal static Task By(Operation operation, TimeProvider provider, TimeSpan delay,
        CancellationToken cancellation, string site)
    {
        var source = new TaskCompletionSource();
        var completion = Completion.New(operation, source.Task, true, site);
        provider.CreateTimer(
            _ => completion.Complete(Hooks.Hook.Current!, site, source.TrySetResult),
            null, delay, Timeout.InfiniteTimeSpan);
        return GivingUp.On(
            operation, source.Task, Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation, site);
    }

    /// <summary>One event sets the alarm and registers with the token.</summary>
    private static Task Cancellable(Operation operation, int milliseconds,
        TaskCompletionSource source,
        Completion completion, Cancellation canceller, string site)
    {
        var execution = operation.Execution;
        var location = completion.Location;
        Execution.Announce(operation, EventKind.SetAlarm, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = [execution.Sets(location)[0], .. canceller.ToJoin];
        execution.Perform(operation);
        if (canceller.IsRequested) return Task.FromCanceled(canceller.Token);
        var told = new Told(by => completion.Complete(
            by, site, () => source.TrySetCanceled(canceller.Token)));
        canceller.Join(told);
        if (milliseconds < 0) return source.Task;
        var alarm = execution.SetAlarm(
            operation, location, null, milliseconds, site, [canceller.ToLeave]);
        alarm.Fires = () =>
        {
            source.SetResult();
            completion.Reached(execution);
            canceller.Leave(told);
        };
        return source.Task;
    }

    /// <summary>From here on, an alarm may complete it: as an event.</summary>
    internal static void Rings(
        Operation operation, Completion completion, int milliseconds, Action complete, string site)
    {
        var execution = operation.Execution;
        var location = completion.Location;
        Execution.Announce(operation, EventKind.SetAlarm, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = [execution.Sets(location)[0]];
        execution.Perform(operation);
        var alarm = execution.SetAlarm(operation, location, null, milliseconds, site, []);
        alarm.Fires = () =>
        {
            complete();
            completion.Reached(execution);
        };
    }
}
