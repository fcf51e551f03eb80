using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary><c>Task.Delay</c>: complete when an alarm of virtual time goes off.</summary>
internal static class Delays
{
    internal static Task Of(
        Operation operation, int milliseconds, CancellationToken cancellation, string site)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled(cancellation);
        if (milliseconds == 0) return Task.CompletedTask;
        if (cancellation.CanBeCanceled)
            throw operation.Execution.Refuse("Task.Delay with a token", "use one without", site);
        var source = new TaskCompletionSource();
        var completion = Completion.New(operation, source.Task, false, site);
        if (milliseconds > 0)
            Rings(operation, completion, milliseconds, source.SetResult, site);
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
