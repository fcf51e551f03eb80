using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The variables that one call of a library reads and writes, collected into one event.
/// </summary>
internal sealed class Touched(Operation operation, string site)
{
    private const int MostElements = 1024;

    private static readonly string[] GuardThemselves =
    [
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "System.Collections.Concurrent.ConcurrentStack`1",
        "System.Collections.Concurrent.ConcurrentBag`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Collections.Concurrent.BlockingCollection`1",
        "System.Runtime.CompilerServices.ConditionalWeakTable`2",
    ];

    private readonly List<Access> _accesses = [];

    internal Access[] Accesses => [.. _accesses];

    internal int Count => _accesses.Count;

    internal Location Last => _accesses[^1].Location;

    internal void Add(Location location, AccessMode mode) => _accesses.Add(new(location, mode));

    /// <summary>All elements of an array; any other object as a whole.</summary>
    internal void Add(object part, AccessMode mode)
    {
        if (part is Array array) Elements(array, mode);
        else Whole(part, mode);
    }

    internal void Element(Array array, int index, AccessMode mode)
    {
        var first = RawObject.OffsetOf(array, ref MemoryMarshal.GetArrayDataReference(array));
        var size = ElementSizes.Of(array.GetType());
        foreach (var part in Parts.OfElements(array.GetType()))
        {
            var offset = first + (long)index * size + part;
            Add(operation.Execution.Memory.Of(array, offset, operation), mode);
        }
    }

    internal void EnsureFew(int elements)
    {
        if (elements <= MostElements) return;
        throw operation.Execution.Refuse($"an array of {elements} elements in library code",
            $"use an array of at most {MostElements}", site);
    }

    internal void Perform()
    {
        if (_accesses.Count == 0) return;
        var main = _accesses.FindIndex(a => a.Mode == AccessMode.Write);
        var writes = main >= 0;
        var location = _accesses[Math.Max(main, 0)].Location;
        _accesses.RemoveAt(Math.Max(main, 0));
        Access[]? others = _accesses.Count == 0 ? null : [.. _accesses];
        if (writes) VariableModel.Write(operation, location, EventKind.ObjectWrite, site, others);
        else VariableModel.Read(operation, location, EventKind.ObjectRead, site, others);
    }

    private void Elements(Array array, AccessMode mode)
    {
        // On trial, what an initializer has made itself needs no locations.
        if (operation.Trial is { } trial && trial.Owns(operation, array)) return;
        EnsureFew(array.Length);
        for (var i = 0; i < array.Length; i++) Element(array, i, mode);
    }

    private void Whole(object part, AccessMode mode)
    {
        var type = part.GetType();
        // Woven code announces itself what it does inside.
        if (WovenAssemblies.HoldsAll(type) || ProcessWide.Is(part)) return;
        if (WovenAssemblies.IsForeign(type)) throw ForeignObjects.Refuse(operation, type, site);
        if (type.Namespace is "System.Collections.Concurrent"
            || type.IsConstructedGenericType
            && type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>))
            Guarded(part, type, mode);
        else
            Add(operation.Execution.Memory.Of(part, LocationName.Whole, operation), mode);
    }

    /// <summary>
    /// A concurrent collection: one event on the whole of it. This covers every member that lacks
    /// a model of its own, calls through interfaces, and libraries that are handed the collection.
    /// </summary>
    private void Guarded(object receiver, Type type, AccessMode mode)
    {
        var name = $"{type.Namespace}.{type.Name}";
        if (!GuardThemselves.Contains(name))
            throw operation.Execution.Refuse(name, Refusals.Advice(name), site);
        var kind = mode == AccessMode.Read ? EventKind.AtomicRead : EventKind.AtomicWrite;
        AtomicCall.Perform(operation, AtomicCall.At(operation, receiver), kind, site);
    }
}
