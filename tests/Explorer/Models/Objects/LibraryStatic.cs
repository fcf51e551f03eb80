using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A static property of the framework that can be set. It belongs to the process, so the value that
/// it had before an execution is put back after it.
/// </summary>
internal sealed class LibraryStatic
{
    private static readonly ConditionalWeakTable<Type, ConcurrentDictionary<string, LibraryStatic>> Known = [];

    private readonly PropertyInfo _property;

    /// <summary>Its address is the location's name, as a static field's is.</summary>
    private readonly byte[] _place = GC.AllocateArray<byte>(8, pinned: true);

    private LibraryStatic(PropertyInfo property) => _property = property;

    internal static LibraryStatic Of(Type type, string property) =>
        Known.GetOrCreateValue(type).GetOrAdd(property, static (name, of) =>
            new(of.GetProperty(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)!),
            type);

    internal void Read(Operation operation, string site) =>
        AtomicCall.Perform(operation, At(operation), EventKind.AtomicRead, site);

    internal void Write(Operation operation, string site)
    {
        AtomicCall.Perform(operation, At(operation), EventKind.AtomicWrite, site);
        if (!operation.Execution.Models.ContainsKey(this))
            operation.Execution.Models[this] = new Original(_property, _property.GetValue(null));
    }

    /// <summary>Puts back all that an execution has set.</summary>
    internal static void Restore(Execution execution)
    {
        foreach (var model in execution.Models.Values)
        {
            if (model is Original original) original.Restore();
        }
    }

    private Location At(Operation operation)
    {
        var (owner, address) = Memory.OfStatic(ref _place[0]);
        return operation.Execution.Memory.Of(owner, address, operation);
    }

    private sealed class Original(PropertyInfo property, object? value)
    {
        internal void Restore() => property.SetValue(null, value);
    }
}
