using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Reads and writes of variables: fields, elements, statics, and references to them.</summary>
internal static class VariableModel
{
    internal static void Field<T>(
        Operation operation, object owner, ref T variable, EventKind kind, string site)
    {
        // Base constructors and hooks before a null check: the access itself throws, as it should.
        if (owner is null || IsTried(operation, owner)) return;
        var offset = RawObject.OffsetOf(owner, ref variable);
        Read(operation, Part<T>(operation, owner, offset), kind, site,
            Others<T>(operation, owner, offset, AccessMode.Read));
        if (operation.Execution.RecordsValues) Show(operation, variable);
    }

    internal static void Field<T>(
        Operation operation, object owner, ref T variable, T value, EventKind kind, string site)
    {
        if (owner is null || IsTried(operation, owner)) return;
        var offset = RawObject.OffsetOf(owner, ref variable);
        Write(operation, Part<T>(operation, owner, offset), kind, site,
            Others<T>(operation, owner, offset, AccessMode.Write));
        Writes(operation, ref variable, ref value);
    }

    internal static void Static<T>(Operation operation, ref T variable, EventKind kind, string site)
    {
        if (operation.Trial is { } trial)
        {
            trial.TouchStatic();
            return;
        }
        var (owner, address) = Memory.OfStatic(ref variable);
        Read(operation, Part<T>(operation, owner, address), kind, site,
            Others<T>(operation, owner, address, AccessMode.Read));
        if (operation.Execution.RecordsValues) Show(operation, variable);
    }

    internal static void Static<T>(
        Operation operation, ref T variable, T value, EventKind kind, string site)
    {
        if (operation.Trial is { } trial)
        {
            trial.TouchStatic();
            return;
        }
        var (owner, address) = Memory.OfStatic(ref variable);
        Write(operation, Part<T>(operation, owner, address), kind, site,
            Others<T>(operation, owner, address, AccessMode.Write));
        Writes(operation, ref variable, ref value);
    }

    internal static void Reference<T>(
        Operation operation, ref T variable, EventKind kind, string site)
    {
        if (Extents.Of(operation, ref variable, AccessMode.Read, site) is not { } extent) return;
        Read(operation, extent.Location, kind, site, extent.Others);
        if (operation.Execution.RecordsValues) Show(operation, variable);
    }

    internal static void Reference<T>(
        Operation operation, ref T variable, T value, EventKind kind, string site)
    {
        if (Extents.Of(operation, ref variable, AccessMode.Write, site) is not { } extent)
        {
            if (!Unsafe.IsNullRef(ref variable) && !Bits.AreEqual(ref variable, ref value))
                LocalChanged(operation, ref variable);
            return;
        }
        Write(operation, extent.Location, kind, site, extent.Others);
        Writes(operation, ref variable, ref value);
    }

    /// <summary>A write by code that isn't woven: of what, is not known before.</summary>
    internal static void Passed<T>(Operation operation, ref T variable, string site)
    {
        if (Extents.Of(operation, ref variable, AccessMode.Write, site) is not { } extent)
        {
            if (!Unsafe.IsNullRef(ref variable)) LocalChanged(operation, ref variable);
            return;
        }
        Write(operation, extent.Location, EventKind.Write, site, extent.Others);
        if (operation.Execution.RecordsValues) Show(operation, variable);
    }

    /// <summary>A local of a call on this operation's stack: only loops further out can tell.</summary>
    internal static unsafe void LocalChanged<T>(Operation operation, ref T local)
    {
        var writes = operation.LocalWrites;
        // Nobody asks for those of long ago.
        if (writes.Count == MostLocalWrites)
        {
            writes.Clear();
            operation.UnseenChanges++;
        }
        writes.Add((nint)Unsafe.AsPointer(ref local));
    }

    private const int MostLocalWrites = 4096;

    /// <summary>
    /// The value is about to be stored. One that is there already changes nothing: whoever waits for a
    /// change goes on waiting.
    /// </summary>
    private static void Writes<T>(Operation operation, ref T variable, ref T value)
    {
        if (Bits.AreEqual(ref variable, ref value)) LoopWaits.Failed(operation);
        if (operation.Execution.RecordsValues) Show(operation, value);
    }

    internal static unsafe bool IsOnStack(Operation operation, ref byte reference)
    {
        var address = (nint)Unsafe.AsPointer(ref reference);
        var here = 0;
        return address >= (nint)(&here) && address < operation.StackBase;
    }

    /// <summary>On trial, what an initializer has made itself needs no location.</summary>
    private static bool IsTried(Operation operation, object owner) =>
        operation.Trial is { } trial && trial.Owns(operation, owner);

    /// <summary>The first variable of a struct, or the only one.</summary>
    private static Location Part<T>(Operation operation, object owner, nint offset) =>
        operation.Execution.Memory.Of(owner, offset + First<T>(), operation);

    // Types that are one variable are known before anything is looked up.
    private static nint First<T>() => IsOne<T>() ? 0 : Layout<T>.Value.First;

    private static bool IsOne<T>() => !typeof(T).IsValueType || typeof(T).IsPrimitive;

    /// <summary>
    /// The other cells of a struct that is read or written as a whole; else null.
    /// </summary>
    private static Access[]? Others<T>(
        Operation operation, object owner, nint offset, AccessMode mode)
    {
        if (IsOne<T>() || Layout<T>.Value.Rest.Length == 0) return null;
        var rest = Layout<T>.Value.Rest;
        var others = new Access[rest.Length];
        for (var i = 0; i < others.Length; i++)
        {
            var part = offset + rest[i];
            others[i] = new(operation.Execution.Memory.Of(owner, part, operation), mode);
        }
        return others;
    }

    internal static void Read(
        Operation operation, Location location, EventKind kind, string site, Access[]? others = null)
    {
        operation.Execution.Perform(operation, kind, site, location, AccessMode.Read,
            acquires: kind == EventKind.VolatileRead, more: others);
    }

    /// <summary>Notes that it isn't known whether the event performed last does what it tells.</summary>
    internal static void Doubt(Operation operation, Doubt? doubt)
    {
        if (doubt is null || operation.Trial is not null) return;
        var trace = operation.Execution.Trace;
        trace[trace.Count - 1].Doubt = doubt;
    }

    internal static void Write(
        Operation operation, Location location, EventKind kind, string site, Access[]? others = null)
    {
        operation.Execution.Perform(operation, kind, site, location, AccessMode.Write,
            releases: kind == EventKind.VolatileWrite, more: others);
    }

    /// <summary>Keeps a value with the event that was performed last, for the reader.</summary>
    internal static void Show<T>(Operation operation, T value)
    {
        if (operation.Trial is not null) return;
        var trace = operation.Execution.Trace;
        trace[trace.Count - 1].Value = Values.Shown(value);
    }
}
