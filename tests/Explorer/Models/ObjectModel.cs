using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// An object of a library is one variable: what it holds inside isn't told apart. An array that
/// is handed to a library is read, or written, as a whole.
/// </summary>
internal static class ObjectModel
{
    private const int MostElements = 1024;

    private static readonly string[] GuardThemselves =
    [
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "System.Collections.Concurrent.ConcurrentStack`1",
        "System.Collections.Concurrent.ConcurrentBag`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Collections.Concurrent.BlockingCollection`1",
    ];

    internal static void Touch(Operation operation, object receiver, EventKind kind, string site)
    {
        if (receiver is null) return;
        var touched = new List<Location>();
        foreach (var part in operation.Execution.Memory.WithSources(receiver))
        {
            if (part is Array array) Elements(operation, array, touched, site);
            else Whole(operation, part, kind, touched, site);
        }
        Perform(operation, touched, kind, site);
    }

    /// <summary>Reads one element of an array.</summary>
    internal static void TouchElement(Operation operation, Array array, int index, string site)
    {
        var touched = new List<Location>();
        Element(operation, array, index, touched);
        Perform(operation, touched, EventKind.ObjectRead, site);
    }

    /// <summary>
    /// Reads one item of a collection, or of all collections that a view goes over: of arrays behind a
    /// view it isn't known which element.
    /// </summary>
    internal static void TouchWhole(Operation operation, object receiver, string site)
    {
        var touched = new List<Location>();
        foreach (var part in operation.Execution.Memory.WithSources(receiver))
        {
            // Those who guard themselves hand out what they hold at one moment.
            if (part is Array || part.GetType().Namespace == "System.Collections.Concurrent") continue;
            Whole(operation, part, EventKind.ObjectRead, touched, site);
        }
        Perform(operation, touched, EventKind.ObjectRead, site);
    }

    internal static void Touch<T>(
        Operation operation, ReadOnlySpan<T> span, EventKind kind, string site)
    {
        if (span.IsEmpty || IsOnOwnStack(operation, ref MemoryMarshal.GetReference(span))) return;
        EnsureFew(operation, span.Length, site);
        var touched = new List<Location>();
        for (var i = 0; i < span.Length; i++)
        {
            ref var element = ref Unsafe.As<T, byte>(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(span), i));
            foreach (var part in (nint[])[Parts<T>.First, .. Parts<T>.Rest])
            {
                ref var variable = ref Unsafe.AddByteOffset(ref element, part);
                if (operation.Execution.Memory.OfReference(ref variable, operation) is { } location
                    && (touched.Count == 0 || touched[^1] != location))
                    touched.Add(location);
            }
        }
        // The content of a string, or of the program itself, is nobody's variable.
        if (touched.Count == 0 && kind == EventKind.ObjectWrite)
        {
            throw operation.Execution.Refuse("a span of unknown origin",
                "use an array: the explorer did not see where this span was taken from", site);
        }
        Perform(operation, touched, kind, site);
    }

    private static bool IsOnOwnStack<T>(Operation operation, ref T variable) =>
        VariableModel.IsOnStack(operation, ref Unsafe.As<T, byte>(ref variable));

    private static void Whole(
        Operation operation, object part, EventKind kind, List<Location> touched, string site)
    {
        var type = part.GetType();
        // Woven code announces itself what it does inside.
        if (WovenAssemblies.HoldsAll(type)) return;
        if (type.Namespace == "System.Collections.Concurrent")
        {
            Guarded(operation, part, type, kind, site);
            return;
        }
        touched.Add(operation.Execution.Memory.Of(part, LocationName.Whole, operation));
    }

    /// <summary>
    /// A concurrent collection: one event on the whole of it. This covers every member that lacks
    /// a model of its own, calls through interfaces, and libraries that are handed the collection.
    /// </summary>
    private static void Guarded(
        Operation operation, object receiver, Type type, EventKind kind, string site)
    {
        var name = $"{type.Namespace}.{type.Name}";
        if (!GuardThemselves.Contains(name))
            throw operation.Execution.Refuse(name, Refusals.Advice(name), site);
        kind = kind == EventKind.ObjectRead ? EventKind.AtomicRead : EventKind.AtomicWrite;
        AtomicCall.Perform(operation, AtomicCall.At(operation, receiver), kind, site);
        if (kind == EventKind.AtomicWrite) SpinModel.Changed(operation);
    }

    private static void Elements(
        Operation operation, Array array, List<Location> touched, string site)
    {
        EnsureFew(operation, array.Length, site);
        for (var i = 0; i < array.Length; i++) Element(operation, array, i, touched);
    }

    private static void Element(Operation operation, Array array, int index, List<Location> touched)
    {
        var first = RawObject.OffsetOf(array, ref MemoryMarshal.GetArrayDataReference(array));
        var size = ElementSizes.Of(array.GetType());
        foreach (var part in Parts.OfElements(array.GetType()))
        {
            var offset = first + (long)index * size + part;
            touched.Add(operation.Execution.Memory.Of(array, offset, operation));
        }
    }

    private static void EnsureFew(Operation operation, int elements, string site)
    {
        if (elements <= MostElements) return;
        throw operation.Execution.Refuse($"an array of {elements} elements in library code",
            $"use an array of at most {MostElements}", site);
    }

    private static void Perform(
        Operation operation, List<Location> touched, EventKind kind, string site)
    {
        if (touched.Count == 0) return;
        var mode = kind == EventKind.ObjectRead ? AccessMode.Read : AccessMode.Write;
        var others = touched.Count == 1 ? null
            : touched.Skip(1).Select(location => new Access(location, mode)).ToArray();
        if (mode == AccessMode.Read) VariableModel.Read(operation, touched[0], kind, site, others);
        else VariableModel.Write(operation, touched[0], kind, site, others);
    }
}
