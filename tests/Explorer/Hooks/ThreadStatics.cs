using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// The [ThreadStatic] fields of one thread, as the program knows threads. Operations share the real
/// ones, so the runtime's own would show one operation what another has left behind.
/// </summary>
internal sealed class ThreadStatics
{
    private readonly Dictionary<(nint Type, nint Field), object> _boxes = [];

    /// <summary>Takes over what has been set elsewhere.</summary>
    internal void Take(ThreadStatics others)
    {
        foreach (var (key, box) in others._boxes) _boxes[key] = box;
    }

    internal ref T Of<T>(RuntimeTypeHandle type, RuntimeFieldHandle field, Operation operation)
    {
        var key = (type.Value, field.Value);
        if (!_boxes.TryGetValue(key, out var box)) _boxes[key] = box = new StrongBox<T>();
        ref T value = ref ((StrongBox<T>)box).Value!;
        if (!operation.ThreadVariables.Has(box))
            operation.ThreadVariables.Add(box, value, () => ((StrongBox<T>)box).Value);
        // Whoever is handed a reference to it may ask whose it is.
        operation.Execution.Memory.Address(box, ref value, operation);
        return ref value;
    }
}
