using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Reads and writes of variables: fields, elements, statics, and references to them.</summary>
internal static class VariableModel
{
    internal static void Field<T>(
        Operation operation, object owner, ref T variable, EventKind kind, string site)
    {
        // Base constructors and hooks before a null check: the access itself throws, as it should.
        if (owner is null) return;
        var location = operation.Execution.Memory.Of(
            owner, RawObject.OffsetOf(owner, ref variable), operation);
        Read(operation, location, kind, site);
        if (operation.Execution.RecordsValues) Show(operation, variable);
    }

    internal static void Field<T>(
        Operation operation, object owner, ref T variable, T value, EventKind kind, string site)
    {
        if (owner is null) return;
        var location = operation.Execution.Memory.Of(
            owner, RawObject.OffsetOf(owner, ref variable), operation);
        Write(operation, location, kind, site);
        if (operation.Execution.RecordsValues) Show(operation, value);
    }

    internal static void Static<T>(Operation operation, ref T variable, EventKind kind, string site)
    {
        Read(operation, operation.Execution.Memory.OfStatic(ref variable, operation), kind, site);
        if (operation.Execution.RecordsValues) Show(operation, variable);
    }

    internal static void Static<T>(
        Operation operation, ref T variable, T value, EventKind kind, string site)
    {
        Write(operation, operation.Execution.Memory.OfStatic(ref variable, operation), kind, site);
        if (operation.Execution.RecordsValues) Show(operation, value);
    }

    internal static void Reference<T>(
        Operation operation, ref T variable, EventKind kind, string site)
    {
        if (Target(operation, ref variable, site) is not { } location) return;
        Read(operation, location, kind, site);
        if (operation.Execution.RecordsValues) Show(operation, variable);
    }

    internal static void Reference<T>(
        Operation operation, ref T variable, T value, EventKind kind, string site)
    {
        if (Target(operation, ref variable, site) is not { } location) return;
        Write(operation, location, kind, site);
        if (operation.Execution.RecordsValues) Show(operation, value);
    }

    /// <summary>The variable behind a reference; null if it is a local of this operation's own.</summary>
    internal static unsafe Location? Target<T>(Operation operation, ref T variable, string site)
    {
        ref var reference = ref Unsafe.As<T, byte>(ref variable);
        var address = (nint)Unsafe.AsPointer(ref reference);
        var here = 0;
        if (address >= (nint)(&here) && address < operation.Worker!.StackBase) return null;
        return operation.Execution.Memory.OfReference(ref reference, operation)
            ?? throw operation.Execution.Refuse("a reference of unknown origin",
                "use the variable itself: the explorer did not see this reference being taken", site);
    }

    internal static void Read(Operation operation, Location location, EventKind kind, string site)
    {
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Read;
        next.Acquires = kind == EventKind.VolatileRead;
        operation.Execution.Perform(operation);
        SpinModel.Saw(operation, location);
    }

    internal static void Write(Operation operation, Location location, EventKind kind, string site)
    {
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = AccessMode.Write;
        next.Releases = kind == EventKind.VolatileWrite;
        operation.Execution.Perform(operation);
        SpinModel.Changed(operation);
    }

    /// <summary>Keeps a value with the event that was performed last, for the reader.</summary>
    internal static void Show<T>(Operation operation, T value)
    {
        var trace = operation.Execution.Trace;
        trace[trace.Count - 1].Value = Values.Shown(value);
    }
}
