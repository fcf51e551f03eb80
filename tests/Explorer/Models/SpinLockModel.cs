using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="SpinLock"/>: a struct, known by its address, that spins until it is free. The real
/// one is entered when it is free, so that copies of it behave as they do.
/// </summary>
[Models(typeof(SpinLock))]
public static class SpinLockModel
{
    public static void Enter(ref SpinLock gate, ref bool lockTaken, string site)
    {
        if (Of(ref gate, site) is var (operation, location)
            && !Throws(ref gate, lockTaken, operation, location))
        {
            Announce(operation, location, EventKind.Acquire, site);
            operation.Next.Guard = Guard.Zero;
            operation.Execution.Perform(operation);
            Take(ref gate, operation, location, site);
        }
        else if (!lockTaken)
        {
            WaitsForItself(ref gate, site);
        }
        gate.Enter(ref lockTaken);
    }

    /// <summary>
    /// A local that nobody else can see is held by its own thread: without tracking, the real one would
    /// spin for ever, as an execution that is over need not.
    /// </summary>
    private static void WaitsForItself(ref SpinLock gate, string site)
    {
        if (Hook.Current is not { Unscheduled: 0 } operation || gate.IsThreadOwnerTrackingEnabled
            || !gate.IsHeld) return;
        var location = operation.Execution.Memory.OfNew(new object(), LocationName.Model, operation);
        location.State = operation.Id + 1;
        location.Model = new Held(site, operation.Stay);
        Announce(operation, location, EventKind.Acquire, site);
        operation.Next.Guard = Guard.Zero;
        operation.Execution.Perform(operation);
    }

    public static void TryEnter(ref SpinLock gate, ref bool lockTaken, string site)
    {
        if (Of(ref gate, site) is var (operation, location)
            && !Throws(ref gate, lockTaken, operation, location))
        {
            Announce(operation, location, EventKind.TryAcquire, site);
            operation.Execution.Perform(operation);
            var trace = operation.Execution.Trace;
            ref var performed = ref trace[trace.Count - 1];
            performed.Value = location.State == 0 ? "taken" : "busy";
            if (location.State == 0)
            {
                Take(ref gate, operation, location, site);
            }
            else
            {
                performed.Acquires = performed.Releases = false;
                LoopWaits.Failed(operation);
                return;
            }
        }
        gate.TryEnter(ref lockTaken);
    }

    public static void TryEnter(
        ref SpinLock gate, int millisecondsTimeout, ref bool lockTaken, string site)
    {
        var limit = Limits.Of(millisecondsTimeout, nameof(millisecondsTimeout));
        if (IsEntered(ref gate, limit, lockTaken, site)) gate.TryEnter(limit, ref lockTaken);
    }

    public static void TryEnter(ref SpinLock gate, TimeSpan timeout, ref bool lockTaken, string site)
    {
        var limit = Limits.Of(timeout, nameof(timeout));
        if (IsEntered(ref gate, limit, lockTaken, site)) gate.TryEnter(limit, ref lockTaken);
    }

    /// <summary>False if its time is up; true also where the real one decides, or throws.</summary>
    private static bool IsEntered(ref SpinLock gate, int limit, bool lockTaken, string site)
    {
        if (Of(ref gate, site) is not var (operation, location)
            || Throws(ref gate, lockTaken, operation, location)) return true;
        var waiting = new Waiting(
            EventKind.TryAcquire, location, AccessMode.Write, new IsZero(location), site)
        {
            Releases = true,
        };
        if (!waiting.Within(operation, limit)) return false;
        Take(ref gate, operation, location, site);
        return true;
    }

    public static void Exit(ref SpinLock gate, string site) => Exit(ref gate, true, site);

    public static void Exit(ref SpinLock gate, bool useMemoryBarrier, string site)
    {
        if (Of(ref gate, site) is var (operation, location))
        {
            if (operation.Execution.IsOver) return;
            // Not the real one's check: it knows threads, which operations share.
            if (gate.IsThreadOwnerTrackingEnabled && !IsMine(operation, location))
                throw new SynchronizationLockException("The calling thread does not hold the lock.");
            Announce(operation, location, EventKind.Release, site);
            operation.Next.Acquires = false;
            operation.Execution.Perform(operation);
            location.State = 0;
            if (gate.IsThreadOwnerTrackingEnabled) operation.LocksHeld--;
        }
        gate.Exit(useMemoryBarrier);
    }

    public static bool get_IsHeld(ref SpinLock gate, string site)
    {
        if (Of(ref gate, site) is var (operation, location))
            AtomicCall.Perform(operation, location, EventKind.AtomicRead, site);
        return gate.IsHeld;
    }

    public static bool get_IsHeldByCurrentThread(ref SpinLock gate, string site) =>
        gate.IsThreadOwnerTrackingEnabled && Of(ref gate, site) is var (operation, location)
            ? IsMine(operation, location)
            : gate.IsHeldByCurrentThread;

    public static bool get_IsThreadOwnerTrackingEnabled(ref SpinLock gate, string site) =>
        gate.IsThreadOwnerTrackingEnabled;

    public static SpinLock New(bool enableThreadOwnerTracking, string site) =>
        new(enableThreadOwnerTracking);

    /// <summary>Whether the real one refuses before it waits.</summary>
    private static bool Throws(
        ref SpinLock gate, bool lockTaken, Operation operation, Location location) =>
        lockTaken || gate.IsThreadOwnerTrackingEnabled && IsMine(operation, location);

    /// <summary>Not by what it was before an await: another thread goes on then.</summary>
    private static bool IsMine(Operation operation, Location location) =>
        location.State == operation.Id + 1 && ((Held)location.Model!).Stay == operation.Stay;

    /// <summary>Null outside an execution, and for a local that nobody else can see.</summary>
    private static (Operation, Location)? Of(ref SpinLock gate, string site)
    {
        if (Hook.Current is not { IsObserved: true } operation) return null;
        if (operation.Trial is { } trial) throw trial.Fail();
        return Extents.Of(operation, ref gate, AccessMode.Write, site) is { } extent
            ? (operation, extent.Location)
            : null;
    }

    private static void Announce(
        Operation operation, Location location, EventKind kind, string site)
    {
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Acquires = next.Releases = true;
    }

    private static void Take(
        ref SpinLock gate, Operation operation, Location location, string site)
    {
        location.State = operation.Id + 1;
        location.Model = new Held(site, operation.Stay);
        if (gate.IsThreadOwnerTrackingEnabled) operation.LocksHeld++;
    }

    private sealed record Held(string Since, int Stay) : IHeld
    {
        public string SinceBy(int holder) => Since;

        public int HolderIn(long state) => (int)state - 1;
    }
}
