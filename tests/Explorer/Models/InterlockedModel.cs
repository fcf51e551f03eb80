using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Interlocked"/>: each call is one event that reads and writes, and orders what comes
/// before and after it. An addition whose result is dropped commutes with other such additions.
/// </summary>
[Models(typeof(Interlocked))]
public static partial class InterlockedModel
{
    public static long Read(ref readonly long location, string site)
    {
        if (Hook.Current is { } operation)
            VolatileModel.Observe(operation, in location, site);
        return Interlocked.Read(in location);
    }

    public static ulong Read(ref readonly ulong location, string site)
    {
        if (Hook.Current is { } operation)
            VolatileModel.Observe(operation, in location, site);
        return Interlocked.Read(in location);
    }

    public static void MemoryBarrier(string site) => Interlocked.MemoryBarrier();

    public static void MemoryBarrierProcessWide(string site) => Interlocked.MemoryBarrierProcessWide();

    private static Operation? Atomic<T>(ref T variable, string site) =>
        Perform(ref variable, EventKind.Atomic, AccessMode.Write, site);

    private static Operation? Attempt<T>(ref T variable, string site) =>
        Perform(ref variable, EventKind.Atomic, AccessMode.Write, site);

    private static Operation? Replacing<T>(ref T variable, string site) =>
        Perform(ref variable, EventKind.Exchange, AccessMode.Write, site);

    private static Operation? Commuting<T>(ref T variable, string site) =>
        Perform(ref variable, EventKind.Atomic, AccessMode.Add, site);

    private static Operation? Perform<T>(
        ref T variable, EventKind kind, AccessMode mode, string site)
    {
        if (Hook.Current is not { IsObserved: true } operation) return null;
        if (Extents.Of(operation, ref variable, mode, site) is not { } extent)
        {
            if (!Unsafe.IsNullRef(ref variable)) VariableModel.LocalChanged(operation, ref variable);
            return null;
        }
        // Seen as another type: see Extents.
        if (mode == AccessMode.Add && extent.Others is not null) mode = AccessMode.Write;
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = extent.Location;
        next.Mode = mode;
        next.More = extent.Others;
        // Additions that nobody looks at order nothing among themselves: see Event.Acquires.
        next.Acquires = mode == AccessMode.Write;
        next.Releases = true;
        operation.Execution.Perform(operation);
        // On trial there is no event to be completed.
        return operation.Trial is null ? operation : null;
    }

    /// <summary>
    /// After an exchange that may not have changed anything: a spinning loop of such waits until
    /// somebody else has.
    /// </summary>
    private static T Exchanged<T>(Operation? operation, T before, ref T location)
    {
        if (operation is null) return before;
        if (Bits.AreEqual(ref before, ref location)) LoopWaits.Failed(operation);
        After(operation, location);
        return before;
    }

    /// <summary>A comparison that fails writes nothing, so it publishes nothing.</summary>
    private static T Compared<T>(Operation? operation, T before, T comparand, ref T location)
    {
        if (operation is not null && !Bits.AreEqual(ref before, ref comparand))
        {
            var trace = operation.Execution.Trace;
            trace[trace.Count - 1].Releases = false;
        }
        return Exchanged(operation, before, ref location);
    }

    private static T After<T>(Operation? operation, T value)
    {
        if (operation is { Execution.RecordsValues: true }) VariableModel.Show(operation, value);
        return value;
    }
}
