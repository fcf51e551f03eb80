using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="CollectionsMarshal"/>, through which the compiler fills lists: what is read or written
/// through such a span is a part of the list.
/// </summary>
[Models(typeof(CollectionsMarshal))]
public static class CollectionsMarshalModel
{
    public static Span<T> AsSpan<T>(List<T>? list, string site)
    {
        if (list is not null && Hook.Current is { IsObserved: true } operation)
        {
            ObjectModel.Touch(operation, list, EventKind.ObjectRead, site);
            operation.Execution.Memory.Spans(new ListContent<T>(list));
        }
        return CollectionsMarshal.AsSpan(list);
    }

    public static void SetCount<T>(List<T> list, int count, string site)
    {
        if (Hook.Current is { IsObserved: true } operation)
            ObjectModel.Touch(operation, list, EventKind.ObjectWrite, site);
        CollectionsMarshal.SetCount(list, count);
    }

    private sealed class ListContent<T>(List<T> list) : ISpanned
    {
        public object Owner => list;

        public bool Contains(ref byte reference)
        {
            var content = MemoryMarshal.CreateReadOnlySpan(
                ref Unsafe.As<T, byte>(
                    ref MemoryMarshal.GetReference(CollectionsMarshal.AsSpan(list))),
                list.Count * Unsafe.SizeOf<T>());
            return content.Overlaps(MemoryMarshal.CreateReadOnlySpan(ref reference, 1));
        }
    }
}
