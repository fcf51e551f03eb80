using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// Waiting is two events: the first gives the lock back and joins the queue, the second takes the
// lock again when somebody has pulsed.
public static partial class MonitorModel
{
    public static bool Wait(object obj, string site)
    {
        if (Hook.Current is not { } operation) return Monitor.Wait(obj);
        ArgumentNullException.ThrowIfNull(obj);
        return Wait(operation, obj, Timeout.Infinite, site);
    }

    public static void Pulse(object obj, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.Pulse(obj);
            return;
        }
        ArgumentNullException.ThrowIfNull(obj);
        Pulse(operation, obj, EventKind.Pulse, 1, site);
    }

    public static void PulseAll(object obj, string site)
    {
        if (Hook.Current is not { } operation)
        {
            Monitor.PulseAll(obj);
            return;
        }
        ArgumentNullException.ThrowIfNull(obj);
        Pulse(operation, obj, EventKind.PulseAll, int.MaxValue, site);
    }

    private static bool Wait(Operation operation, object obj, int limit, string site)
    {
        MustHold(operation, obj);
        var monitor = Ownership.At(operation, obj);
        var ownership = (Ownership)monitor.Model!;
        var queue = WaitingQueue.Of(operation, obj);
        var waiter = Waiter.Of(operation, site);
        var since = ownership.Since;
        Access[] clock = limit < 0 ? [] : operation.Execution.Sets(waiter.Location);

        Execution.Announce(operation, EventKind.Wait, site);
        ref var next = ref operation.Next;
        next.Location = monitor;
        next.Mode = AccessMode.Write;
        // To join at the end commutes with leaving before one's turn.
        next.More = [new(queue.Location, AccessMode.Add), .. clock];
        next.Releases = true;
        operation.Execution.Perform(operation);
        var levels = ownership.Leave(monitor);
        queue.Add(waiter);
        if (limit >= 0)
        {
            var alarm = operation.Execution.SetAlarm(operation, waiter.Location, monitor, limit, site,
                [new(queue.Location, AccessMode.Add)], after: operation.TimesOutAfter);
            operation.TimesOutAfter = null;
            alarm.Fires = () => queue.Remove(waiter);
        }

        Execution.Announce(operation, EventKind.Wake, site);
        next.Location = monitor;
        next.Mode = AccessMode.Write;
        next.More = [new(waiter.Location, AccessMode.Read)];
        next.Guard = Guard.Custom;
        next.Condition = new Waiter.CanReturn(monitor, waiter.Location);
        next.Acquires = next.Releases = true;
        operation.Execution.Perform(operation);
        ownership.Return(operation, monitor, levels, since);
        return waiter.Location.State == Waiter.Pulsed;
    }

    private static void Pulse(Operation operation, object obj, EventKind kind, int count, string site)
    {
        MustHold(operation, obj);
        var queue = WaitingQueue.Of(operation, obj);
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = Ownership.At(operation, obj);
        next.Mode = AccessMode.Read;
        next.More = queue.Touched();
        operation.Execution.Perform(operation);
        queue.Wake(count);
    }

    private static void MustHold(Operation operation, object obj)
    {
        // While unwinding, nobody is left to see it; an exception would hide the unwinding.
        if (operation.Execution.IsOver) throw new Unwinding();
        if (!Ownership.IsHeld(operation, obj)) throw new SynchronizationLockException();
    }
}
