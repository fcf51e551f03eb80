using Interleavings.Scheduling;

namespace Interleavings.Models;

// Used again, and waited for as a handle.
internal sealed partial class Cancellation
{
    private ManualResetEvent? _handle;

    /// <summary>Whether nobody is to be told of it.</summary>
    private bool IsAlone => _told.Count == 0 && _handle is null;

    /// <summary>Forgets the clock and all who have joined, unless it is cancelled: an event.</summary>
    internal bool TryReset(Operation operation, string site)
    {
        Execution.Announce(operation, EventKind.Reset, site);
        ref var next = ref operation.Next;
        next.Location = Clock;
        next.Mode = AccessMode.Write;
        next.More = [new(Location, AccessMode.Read), new(Queue, AccessMode.Write), new(Life, AccessMode.Read)];
        operation.Execution.Perform(operation);
        ObjectDisposedException.ThrowIf(Life.State != 0, _source);
        if (IsRequested) return false;
        Clock.State = 0;
        _told.Clear();
        Registrations.Clear();
        return true;
    }

    /// <summary>What is set when it is cancelled, before anybody is told: an event makes it.</summary>
    internal WaitHandle Handle(Operation operation, string site)
    {
        Execution.Announce(operation, EventKind.Register, site);
        ref var next = ref operation.Next;
        next.Location = Location;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        next.More = [new(Queue, AccessMode.Write), new(Life, AccessMode.Read)];
        operation.Execution.Perform(operation);
        ObjectDisposedException.ThrowIf(Life.State != 0, _source);
        if (_handle is null)
        {
            _handle = EventHandle.Make(
                operation, new ManualResetEvent(IsRequested), IsRequested, isAuto: false);
            operation.Execution.Retouch(Life, EventKind.Dispose, DisposalTouches(operation, site));
        }
        return _handle;
    }
}
