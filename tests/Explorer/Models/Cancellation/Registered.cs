using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A callback of the program that is to run when a source is cancelled.</summary>
internal sealed class Registered
{
    /// <summary>The states of its location; 0 until it is told.</summary>
    private const long Running = 1;

    private const long Over = 2;

    private readonly Action _callback;
    private readonly ExecutionContext? _flow;
    private readonly SynchronizationContext? _context;
    private readonly Cancellation _source;
    private readonly Told _told;
    private readonly Location _location;
    private readonly string _site;
    private Operation? _runner;
    private bool _isRemoved;

    private Registered(Operation operation, Cancellation source, Action callback, bool flows, bool posts, string site)
    {
        (_source, _callback, _site) = (source, callback, site);
        _flow = flows ? ExecutionContext.Capture() : null;
        _context = posts ? SynchronizationContext.Current : null;
        _location = operation.Execution.Memory.OfNew(this, LocationName.Model, operation);
        _told = new(Tell);
    }

    /// <summary>An event. The callback runs at once if the source is cancelled already.</summary>
    internal static CancellationTokenRegistration Make(
        Operation operation, CancellationToken token, Action callback, bool flows, bool posts, string site)
    {
        if (Cancellation.Of(operation, token) is not { } source)
        {
            if (token.IsCancellationRequested) callback();
            return default;
        }
        var registered = new Registered(operation, source, callback, flows, posts, site);
        Execution.Announce(operation, EventKind.Register, site);
        ref var next = ref operation.Next;
        next.Location = registered._location;
        next.Mode = AccessMode.Write;
        next.Releases = true;
        next.More = source.ToJoin;
        next.Sources = [source.Location];
        operation.Execution.Perform(operation);
        if (source.IsRequested)
        {
            callback();
            return default;
        }
        operation.Execution.Trace[operation.LastEvent].Sources = null;
        source.Join(registered._told);
        // The real one's: it says which source it belongs to, and equals itself alone.
        var registration = token.UnsafeRegister(static _ => { }, null);
        source.Registrations[registration] = registered;
        return registration;
    }

    internal static Registered? Of(Operation operation,
        CancellationTokenRegistration registration) =>
        Cancellation.Of(operation, registration.Token)?.Registrations.GetValueOrDefault(registration);

    /// <summary>Takes it back: an event.</summary>
    /// <returns>False if it has been told, or taken back before.</returns>
    internal bool Remove(Operation operation, string site)
    {
        if (operation.Execution.IsOver) return false;
        Execution.Announce(operation, EventKind.Unregister, site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.Acquires = next.Releases = true;
        next.More = [_source.ToLeave];
        operation.Execution.Perform(operation);
        if (_isRemoved || _location.State != 0) return false;
        _isRemoved = true;
        _source.Leave(_told);
        return true;
    }

    /// <summary>Takes it back; waits for its end if it runs on another.</summary>
    internal void Dispose(Operation operation, string site)
    {
        if (operation.Execution.IsOver || Remove(operation, site)) return;
        if (_location.State != Running || _runner == operation) return;
        Execution.Announce(operation, EventKind.Await, site);
        ref var next = ref operation.Next;
        next.Location = _location;
        next.Mode = AccessMode.Read;
        next.Acquires = true;
        next.Guard = Guard.Above;
        next.Argument = Running;
        operation.Execution.Perform(operation);
    }

    private void Tell(Operation by)
    {
        Execution.Announce(by, EventKind.Tell, _site);
        ref var next = ref by.Next;
        next.Location = _location;
        next.Mode = AccessMode.Write;
        next.Acquires = true;
        by.Execution.Perform(by);
        if (_isRemoved) return;
        _location.State = Running;
        _runner = by;
        try
        {
            Run();
        }
        finally
        {
            if (!by.Execution.IsOver) End(by);
        }
    }

    private void Run()
    {
        if (_context is { } context) context.Send(static r => ((Registered)r!).RunHere(), this);
        else RunHere();
    }

    private void RunHere()
    {
        if (_flow is { } flow) ExecutionContext.Run(flow, static r => ((Registered)r!)._callback(), this);
        else _callback();
    }

    private void End(Operation by)
    {
        Primitive.Write(by, _location, EventKind.Tell, releases: true, _site);
        _location.State = Over;
    }
}
