using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Waiting for nothing but the clock.</summary>
internal static class Pause
{
    /// <summary>Sets an alarm, as an event.</summary>
    /// <param name="subject">What is waited for, if there is more than the clock.</param>
    /// <returns>The alarm's location.</returns>
    internal static Location Begin(Operation operation, int milliseconds, Location? subject, string site)
    {
        var execution = operation.Execution;
        var location = execution.Memory.OfNew(new object(), LocationName.Model, operation);
        var sets = execution.Sets(location);
        Execution.Announce(operation, EventKind.SetAlarm, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.More = [sets[0]];
        execution.Perform(operation);
        location.Model = subject;
        execution.SetAlarm(operation, location, subject, milliseconds, site, []);
        return location;
    }

    /// <summary>Nobody needs an alarm any more: an event, unless it has gone off.</summary>
    internal static void Withdraw(Operation operation, Location alarm, string site)
    {
        Primitive.Write(operation, alarm, EventKind.SetAlarm, releases: false, site);
        if (alarm.State == Alarm.Set) alarm.State = Alarm.Withdrawn;
    }

    internal static void Sleep(Operation operation, int milliseconds, string site)
    {
        if (milliseconds <= 0)
        {
            Execution.Announce(operation, EventKind.Sleep, site);
            operation.Next.Guard = milliseconds < 0 ? Guard.Never : Guard.None;
            operation.Execution.Perform(operation);
            return;
        }
        var location = Begin(operation, milliseconds, null, site);
        Execution.Announce(operation, EventKind.Sleep, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Read;
        next.Guard = Guard.Above;
        next.Argument = Alarm.Withdrawn;
        operation.Execution.Perform(operation);
    }
}
