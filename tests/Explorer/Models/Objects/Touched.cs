using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Exploration;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The variables that one call of a library reads and writes, collected into one event.
/// </summary>
internal sealed class Touched(Operation operation, string site)
{
    private const int MostElements = 1 << 16;

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

    /// <summary>Whose writes these are, if it isn't known whether it writes.</summary>
    internal Doubt? Doubt { get; set; }

    internal Location Last => _accesses[^1].Location;

    internal void Add(Location location, AccessMode mode) => _accesses.Add(new(location, mode));

    /// <summary>All elements of an array; any other object as a whole.</summary>
    internal void Add(object part, AccessMode mode)
    {
        // Its members are events themselves.
        if (part is ISteppedDictionary) return;
        if (part is Array array)
        {
            Elements(array, mode);
            return;
        }
        if (mode == AccessMode.Read && LibraryTypes.CountsWhenRead(part.GetType()))
        {
            mode = AccessMode.Write;
            Doubt ??= new("System.Collections.Generic.SortedSet`1.GetViewBetween", Reads: true);
        }
        Whole(part, mode);
    }

    /// <summary>
    /// What a view goes over. Some collect their elements only when they are enumerated.
    /// </summary>
    internal void AddSource(object part)
    {
        var (effect, member) = part is Array or ISteppedDictionary or not IEnumerable ? default
            : MemberModel.OfEnumerating(part.GetType());
        if (effect == ReceiverEffect.Doubt) Doubt ??= new(member, Reads: true);
        Add(part, effect is ReceiverEffect.Write or ReceiverEffect.Doubt ? AccessMode.Write : AccessMode.Read);
    }

    internal void Element(Array array, int index, AccessMode mode) => Range(array, index, 1, mode);

    /// <summary>Some elements of an array, all of which are there.</summary>
    internal void Range(Array array, int index, int count, AccessMode mode)
    {
        EnsureFew(count);
        var first = RawObject.OffsetOf(array, ref MemoryMarshal.GetArrayDataReference(array));
        var layout = Layout.OfElements(array.GetType());
        for (var i = index; i < index + count; i++)
        {
            var offset = first + (long)i * layout.Size;
            for (var cell = 0; cell < layout.Count; cell++)
            {
                var start = offset + layout[cell].Start;
                Add(operation.Execution.Memory.Of(array, start, operation), mode);
            }
        }
    }

    /// <summary>Some bytes behind a reference.</summary>
    /// <returns>Whether it is known where the reference was taken from.</returns>
    internal bool Bytes(ref byte reference, nint count, AccessMode mode)
    {
        var memory = operation.Execution.Memory;
        if (memory.ReferentOf(ref reference) is { } place)
        {
            var cell = Math.Max(place.Layout.Size / place.Layout.Count, 1);
            EnsureFew((int)Math.Min(count / cell, int.MaxValue));
            if (mode.Changes) Extents.EnsureWritable(operation, place, site);
            Extents.Add(operation, place, count, mode, _accesses, site);
            return true;
        }
        if (memory.SpannedBy(ref reference, operation) is not { } whole) return false;
        Add(whole, mode);
        return true;
    }

    internal void EnsureFew(int elements)
    {
        if (elements <= MostElements) return;
        throw operation.Execution.Refuse($"an array of {elements} elements in library code",
            $"use an array of at most {MostElements}", site);
    }

    /// <summary>A step of an enumerator: where nothing has happened since the last, no event.</summary>
    internal void Step()
    {
        if (_accesses.Count == 0) return;
        var calls = operation.LibraryCalls ??= new();
        Access[]? others = _accesses.Count == 1 ? null : [.. _accesses.Skip(1)];
        if (!calls.HasJustRead(operation, _accesses[0].Location, site, others)) Perform();
    }

    internal void Perform()
    {
        if (_accesses.Count == 0) return;
        Merge();
        var main = _accesses.FindIndex(a => a.Mode == AccessMode.Write);
        var writes = main >= 0;
        var location = _accesses[Math.Max(main, 0)].Location;
        _accesses.RemoveAt(Math.Max(main, 0));
        Access[]? others = _accesses.Count == 0 ? null : [.. _accesses];
        if (writes) VariableModel.Write(operation, location, EventKind.ObjectWrite, site, others);
        else VariableModel.Read(operation, location, EventKind.ObjectRead, site, others);
        VariableModel.Doubt(operation, Doubt);
        operation.LibraryCalls?.Add(operation, location,
            writes ? EventKind.ObjectWrite : EventKind.ObjectRead, site, others, Doubt);
    }

    /// <summary>
    /// Makes one access of several to the same location: one that writes, if any does.
    /// </summary>
    private void Merge()
    {
        if (!_accesses.Exists(a => a.Mode.Changes)
            || _accesses.TrueForAll(a => a.Mode == AccessMode.Write)) return;
        var modes = new Dictionary<Location, AccessMode>();
        foreach (var (location, mode) in _accesses)
        {
            modes[location] = !modes.TryGetValue(location, out var known) || known == mode ? mode
                : known is AccessMode.ReadPart or AccessMode.WritePart
                    && mode is AccessMode.ReadPart or AccessMode.WritePart ? AccessMode.WritePart
                : known.Changes || mode.Changes ? AccessMode.Write
                : AccessMode.Read;
        }
        if (modes.Count == _accesses.Count) return;
        _accesses.Clear();
        _accesses.AddRange(modes.Select(access => new Access(access.Key, access.Value)));
    }

    private void Elements(Array array, AccessMode mode)
    {
        // On trial, what an initializer has made itself needs no locations.
        if (operation.Trial is { } trial && trial.Owns(operation, array)) return;
        Range(array, 0, array.Length, mode);
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
        var location = AtomicCall.At(operation, receiver);
        AtomicCall.Perform(operation, location, kind, site);
        if (!ObjectModel.HandsOutAMoment(receiver))
            operation.LibraryCalls?.Add(operation, location, kind, site, null);
    }
}
