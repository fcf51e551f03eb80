using System.Reflection;
using System.Runtime.InteropServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Structs that lead to an object which all their copies share: handles, alternate lookups.
/// </summary>
internal static class HandleModel
{
    /// <summary>Stands for one entry of the runtime's table of handles.</summary>
    private sealed class Slot
    {
        /// <summary>Whether the collector may take what it leads to.</summary>
        internal bool IsWeak { get; set; }
    }

    /// <summary>Gives the slot its name, which is the same in each execution.</summary>
    internal static void Made(
        Operation operation, object handle, GCHandleType type = GCHandleType.Normal)
    {
        if (AddressOf(handle) is not { } address || address == 0) return;
        var slot = new Slot { IsWeak = type is GCHandleType.Weak or GCHandleType.WeakTrackResurrection };
        operation.Execution.Slots()[address] = slot;
        operation.Execution.Memory.Name(slot, operation);
    }

    internal static void Touch(Operation operation, object handle, EventKind kind, string site)
    {
        if (AddressOf(handle) is not { } address)
        {
            foreach (var owner in Owners.Of(handle)) ObjectModel.Touch(operation, owner, kind, site);
        }
        else if (address != 0)
        {
            var slots = operation.Execution.Slots();
            if (!slots.TryGetValue(address, out var slot)) slots[address] = slot = new Slot();
            ObjectModel.Touch(operation, slot, kind, site);
            if (kind == EventKind.ObjectRead
                && (slot.IsWeak || handle.GetType().Name.StartsWith("Weak", StringComparison.Ordinal)))
                operation.Execution.WeakTargets.Asked(slot, operation, site);
        }
    }

    private static Dictionary<nint, Slot> Slots(this Execution execution)
    {
        if (!execution.Models.TryGetValue(typeof(Slot), out var slots))
            execution.Models[typeof(Slot)] = slots = new Dictionary<nint, Slot>();
        return (Dictionary<nint, Slot>)slots;
    }

    /// <summary>
    /// Where a handle's slot is; 0 if it has none, null if the struct leads to an object.
    /// </summary>
    private static nint? AddressOf(object handle)
    {
        if (handle is GCHandle plain) return plain.IsAllocated ? GCHandle.ToIntPtr(plain) : 0;
        var type = handle.GetType();
        if (type.Namespace != typeof(GCHandle).Namespace) return null;
        const BindingFlags all = BindingFlags.Instance | BindingFlags.NonPublic;
        return type.GetFields(all).FirstOrDefault(f => f.FieldType == typeof(nint)) is { } field
            ? (nint)field.GetValue(handle)!
            : null;
    }
}
