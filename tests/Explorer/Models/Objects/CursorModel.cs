using System.Collections;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Streams, readers, writers and enumerators: each has a position of its own in its source. Two
/// threads that read one array through a stream each don't conflict.
/// </summary>
internal static class CursorModel
{
    /// <summary>
    /// Changes the position of <paramref name="receiver"/> and of each underlying stream; reads the
    /// underlying array or collection.
    /// </summary>
    internal static void Move(Operation operation, object receiver, string site) =>
        Touch(operation, receiver,
            static part => IsStream(part) ? AccessMode.Write : AccessMode.Read, site);

    /// <summary>Changes <paramref name="receiver"/> and everything under it.</summary>
    internal static void Put(Operation operation, object receiver, string site) =>
        Touch(operation, receiver, static _ => AccessMode.Write, site);

    /// <summary>Reads an enumerator's position.</summary>
    internal static void Look(Operation operation, object enumerator, string site)
    {
        if (enumerator is null || IsWrittenByTheProgram(enumerator)) return;
        VariableModel.Read(
            operation, PlaceOf(operation, enumerator), EventKind.ObjectRead, site);
    }

    /// <summary>Moves an enumerator: changes its position, and reads its source.</summary>
    internal static void Advance(Operation operation, object enumerator, string site)
    {
        if (enumerator is null || IsWrittenByTheProgram(enumerator)) return;
        var touched = new Touched(operation, site);
        touched.Add(PlaceOf(operation, enumerator), AccessMode.Write);
        foreach (var part in EnumeratorModel.SourcesOf(operation, enumerator)
            .Union(Views.Of(operation, enumerator), ReferenceEqualityComparer.Instance))
        {
            // Enumerating a synchronized wrapper takes no lock: the documentation of each says so.
            if (part != enumerator && !SynchronizedModel.Is(part)) touched.AddSource(part);
        }
        touched.Perform();
    }

    private static void Touch(
        Operation operation, object receiver, Func<object, AccessMode> mode, string site)
    {
        if (receiver is null) return;
        var touched = new Touched(operation, site);
        foreach (var part in Views.Of(operation, receiver, SynchronizedModel.Is))
        {
            if (SynchronizedModel.Is(part)) SynchronizedModel.Perform(operation, part, mode, site);
            else if (!IsUpToOverrides(part)) touched.Add(part, mode(part));
        }
        touched.Perform();
    }

    private static bool IsStream(object part) =>
        part is Stream or TextReader or TextWriter or BinaryReader or BinaryWriter;

    /// <summary>
    /// A class of the program's own over a base that holds nothing and only calls its overrides.
    /// </summary>
    private static bool IsUpToOverrides(object part)
    {
        var type = part.GetType();
        while (WovenAssemblies.IsWoven(type.Assembly)) type = type.BaseType!;
        return type == typeof(TextWriter) || type == typeof(TextReader) || type == typeof(Stream);
    }

    /// <summary>
    /// Not by the compiler: the class that it generates for an iterator has no hooks.
    /// </summary>
    private static bool IsWrittenByTheProgram(object enumerator)
    {
        var type = enumerator.GetType();
        return WovenAssemblies.HoldsAll(type) && !type.Name.StartsWith('<');
    }

    /// <summary>Apart from the object itself, which may be enumerable as well.</summary>
    private static Location PlaceOf(Operation operation, object enumerator) =>
        operation.Execution.Memory.Of(enumerator, LocationName.Place, operation);
}
