using System.Runtime.CompilerServices;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Enumerators that no other thread can have, such as those of a foreach. Each step reads what the
/// enumerator goes over; its position is of no interest.
/// </summary>
internal static class EnumeratorModel
{
    internal static void Move(Operation operation, object enumerator, string site)
    {
        // An iterator of the program's own: what it goes over, it announces itself.
        if (enumerator is null || WovenAssemblies.HoldsAll(enumerator.GetType())
            || operation.LibraryCalls?.HasJustStepped(operation, enumerator) == true)
            return;
        var touched = new Touched(operation, site);
        var atomic = false;
        foreach (var part in SourcesOf(operation, enumerator))
        {
            // An array can't change its length: only Current looks into it.
            if (part == enumerator || part is Array && IsOfArray(enumerator) || !IsReadByStep(part))
                continue;
            var count = touched.Count;
            touched.AddSource(part);
            atomic |= touched.Count == count;
        }
        if (touched.Count == 0) return;
        touched.Step();
        if (!atomic) operation.LibraryCalls?.Stepped(enumerator);
    }

    internal static void Look(Operation operation, object enumerator, string site)
    {
        if (enumerator is null || !IsOfArray(enumerator)) return;
        var touched = new Touched(operation, site);
        var index = (int)ArrayEnumerators.IndexOf(enumerator);
        foreach (var part in SourcesOf(operation, enumerator))
        {
            if (part is Array array && index >= 0 && index < array.Length)
                touched.Element(array, index, AccessMode.Read);
        }
        touched.Perform();
    }

    internal static void Move<T>(Operation operation, ref T enumerator, string site)
    {
        if (Unsafe.IsNullRef(ref enumerator)) return;
        if (!typeof(T).IsValueType)
        {
            Move(operation, (object)enumerator!, site);
            return;
        }
        if (StructEnumerator<T>.Owner is not { } ownerOf || ownerOf(ref enumerator) is not { } owner)
            return;
        var touched = new Touched(operation, site);
        foreach (var part in operation.Execution.Memory.WithSources(owner))
        {
            if (IsReadByStep(part)) touched.Add(part, AccessMode.Read);
        }
        touched.Step();
    }

    /// <summary>
    /// The collection inside, which is all that the enumerator knows, stands for the one around it.
    /// </summary>
    internal static void Made<T>(Operation operation, ref T enumerator, object collection)
    {
        if (StructEnumerator<T>.Owner is { } ownerOf && ownerOf(ref enumerator) is { } owner
            && owner != collection)
            operation.Execution.Memory.Views(owner, collection);
    }

    /// <summary>The enumerator itself among them.</summary>
    internal static IEnumerable<object> SourcesOf(Operation operation, object enumerator)
    {
        foreach (var part in operation.Execution.Memory.WithSources(enumerator)) yield return part;
        if (!enumerator.GetType().IsValueType || StructEnumerators.OwnerOf(enumerator) is not { } owner)
            yield break;
        foreach (var part in operation.Execution.Memory.WithSources(owner)) yield return part;
    }

    private static bool IsReadByStep(object part) =>
        !SynchronizedModel.Is(part) && !ObjectModel.HandsOutAMoment(part);

    private static bool IsOfArray(object enumerator) => ArrayEnumerators.Is(enumerator.GetType());
}
