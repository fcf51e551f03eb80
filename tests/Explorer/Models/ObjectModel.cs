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
        if (receiver is Array array)
        {
            Elements(operation, array, kind, site);
            return;
        }
        var type = receiver.GetType();
        // Woven code announces itself what it does inside.
        if (WovenAssemblies.HoldsAll(type)) return;
        if (type.Namespace == "System.Collections.Concurrent")
        {
            Guarded(operation, receiver, type, kind, site);
            return;
        }
        var location = operation.Execution.Memory.Of(receiver, LocationName.Whole, operation);
        if (kind == EventKind.ObjectRead) VariableModel.Read(operation, location, kind, site);
        else VariableModel.Write(operation, location, kind, site);
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

    private static void Elements(Operation operation, Array array, EventKind kind, string site)
    {
        if (array.Length == 0) return;
        if (array.Length > MostElements)
        {
            throw operation.Execution.Refuse($"an array of {array.Length} elements in library code",
                $"explore with an array of at most {MostElements}", site);
        }
        var mode = kind == EventKind.ObjectRead ? AccessMode.Read : AccessMode.Write;
        var memory = operation.Execution.Memory;
        var first = RawObject.OffsetOf(array, ref MemoryMarshal.GetArrayDataReference(array));
        var size = ElementSizes.Of(array.GetType());
        var rest = new Access[array.Length - 1];
        Location At(int i) => memory.Of(array, first + (long)i * size, operation);
        for (var i = 1; i < array.Length; i++) rest[i - 1] = new(At(i), mode);
        Execution.Announce(operation, kind, site);
        ref var next = ref operation.Next;
        next.Location = At(0);
        next.Mode = mode;
        next.More = rest.Length == 0 ? null : rest;
        operation.Execution.Perform(operation);
    }
}
