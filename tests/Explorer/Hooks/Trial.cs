using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// Runs a static initializer as a whole, without any event, to see whether it touches only the
/// static fields of its own type and the objects that it makes. Then no operation can tell when it
/// ran, or on which thread. As soon as it is about to do anything else, the trial has failed. By
/// then nothing has happened that another operation could see.
/// </summary>
/// <param name="type">The number of the type.</param>
internal sealed class Trial(int type)
{
    private readonly List<(long Address, int Size)> _own = [];

    /// <summary>Objects without a name: those that are being constructed.</summary>
    private readonly HashSet<object> _unnamed = new(ReferenceEqualityComparer.Instance);
    private int _used;

    /// <summary>Whether the initializer must run by events.</summary>
    internal bool HasFailed { get; private set; }

    /// <summary>
    /// At its end. A lock that is still held belongs to the thread. An object that still has no name
    /// was not made here.
    /// </summary>
    internal bool HasPassed(Operation runner) =>
        !HasFailed && runner.LocksHeld == 0 && _unnamed.Count == 0;

    internal Unwinding Fail()
    {
        HasFailed = true;
        return new();
    }

    /// <summary>The access that follows is to a static field of this type.</summary>
    internal void Uses(int number) => _used = number;

    /// <summary>A static field is read or written.</summary>
    internal void TouchStatic()
    {
        if (_used != type) throw Fail();
    }

    /// <summary>The address of a static field is taken.</summary>
    internal void TakeAddress(long address, int size)
    {
        if (_used == type) _own.Add((address, size));
    }

    /// <summary>An object has been made.</summary>
    internal void Name(object made) => _unnamed.Remove(made);

    /// <summary>Whether the runner has made the object, or is about to.</summary>
    internal bool Owns(Operation runner, object target)
    {
        if (runner.Execution.Memory.CreatorOf(target) is { } creator) return creator == runner.Id;
        _unnamed.Add(target);
        return true;
    }

    /// <summary>The runner is about to perform the event that it has announced.</summary>
    internal void Check(Operation runner)
    {
        ref var next = ref runner.Next;
        if (HasFailed || !CanBeSilent(next.Kind) || !Owns(runner, next.Location)) throw Fail();
        foreach (var access in next.More ?? [])
        {
            if (!Owns(runner, access.Location)) throw Fail();
        }
    }

    /// <summary>After an event of another kind, its model looks for it in the trace.</summary>
    private static bool CanBeSilent(EventKind kind) => kind
        is EventKind.Read or EventKind.Write or EventKind.VolatileRead or EventKind.VolatileWrite
        or EventKind.ObjectRead or EventKind.ObjectWrite
        or EventKind.AtomicRead or EventKind.AtomicWrite or EventKind.Atomic or EventKind.Exchange
        or EventKind.Acquire or EventKind.Release;

    private bool Owns(Operation runner, Location? location)
    {
        if (location is null) return false;
        var name = location.Name;
        if (name.Creator == runner.Id) return true;
        if (name.Creator != LocationName.Statics) return false;
        foreach (var (address, size) in _own)
        {
            if (name.Offset >= address && name.Offset < address + size) return true;
        }
        return false;
    }
}
