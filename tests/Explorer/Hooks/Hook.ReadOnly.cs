using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// Read-only fields of an object that other threads may see while its constructor still runs. In
/// all other objects they are set before another thread can look, and no access is an event.
/// </summary>
public static partial class Hook
{
    /// <summary>In a constructor, before the object gets out.</summary>
    public static void Exposes(object self)
    {
        if (Current is { } o) o.Execution.Memory.Expose(self);
    }

    /// <summary>Whether its read-only fields are variables like others.</summary>
    public static bool IsExposed(object owner) =>
        Scheduled is { } o && o.Execution.Memory.IsExposed(owner);

    /// <summary>Before a read of a read-only field of such an object.</summary>
    /// <remarks>Verifiable code may not take its address (ECMA-335 III.4.11), but name it.</remarks>
    public static void ReadOnlyRead<T>(
        object owner, RuntimeTypeHandle type, RuntimeFieldHandle field, string site)
    {
        if (Scheduled is not { } o) return;
        ref var location = ref FieldAddresses<T>.Of(owner, type, field);
        VariableModel.Field(o, owner, ref location, EventKind.Read, site);
    }

    /// <summary>
    /// Before a constructor's write of a read-only field: an event if others may see it.
    /// </summary>
    public static void ReadOnlyWrite<T>(object owner, ref T location, T value, string site)
    {
        if (IsExposed(owner)) Write(owner, ref location, value, site);
    }
}
