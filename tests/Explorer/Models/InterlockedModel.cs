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

    private static Operation? Atomic<T>(ref T variable, string site) =>
        Perform(ref variable, EventKind.Atomic, AccessMode.Write, site);

    private static Operation? Replacing<T>(ref T variable, string site) =>
        Perform(ref variable, EventKind.Exchange, AccessMode.Write, site);

    private static Operation? Commuting<T>(ref T variable, string site) =>
        Perform(ref variable, EventKind.Atomic, AccessMode.Add, site);

    private static Operation? Perform<T>(
        ref T variable, EventKind kind, AccessMode mode, string site)
    {
        if (Hook.Current is not { Unscheduled: 0 } operation) return null;
        if (VariableModel.Target(operation, ref variable, site) is not { } location) return null;
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = mode;
        // Additions that nobody looks at order nothing among themselves: see Event.Acquires.
        next.Acquires = mode == AccessMode.Write;
        next.Releases = true;
        operation.Execution.Perform(operation);
        operation.SpinReads?.Clear();
        return operation;
    }

    private static T After<T>(Operation? operation, T value)
    {
        if (operation is { Execution.RecordsValues: true }) VariableModel.Show(operation, value);
        return value;
    }
}
