using System.Collections;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Streams, readers, writers and enumerators: each has a place of its own in what it is made over.
/// So two threads that each read one array through a stream of their own don't meet.
/// </summary>
internal static class CursorModel
{
    /// <summary>
    /// Changes the place of <paramref name="receiver"/>, and that of each stream that it is made over;
    /// reads what these are made over.
    /// </summary>
    internal static void Move(Operation operation, object receiver, string site) =>
        Touch(operation, receiver,
            static part => IsStream(part) ? AccessMode.Write : AccessMode.Read, site);

    /// <summary>Changes <paramref name="receiver"/> and all that it is made over.</summary>
    internal static void Put(Operation operation, object receiver, string site) =>
        Touch(operation, receiver, static _ => AccessMode.Write, site);

    /// <summary>Reads what an enumerator has come to.</summary>
    internal static void Look(Operation operation, object enumerator, string site)
    {
        if (enumerator is null || IsWrittenByTheProgram(enumerator)) return;
        VariableModel.Read(
            operation, PlaceOf(operation, enumerator), EventKind.ObjectRead, site);
    }

    /// <summary>An enumerator goes on: it changes its place, and reads what it goes over.</summary>
    internal static void Advance(Operation operation, object enumerator, string site)
    {
        if (enumerator is null || IsWrittenByTheProgram(enumerator)) return;
        var touched = new Touched(operation, site);
        touched.Add(PlaceOf(operation, enumerator), AccessMode.Write);
        foreach (var part in operation.Execution.Memory.WithSources(enumerator))
        {
            // Going over a wrapper takes no lock: Hashtable.Synchronized says so.
            if (part != enumerator && !SynchronizedModel.Is(part))
                touched.Add(part, AccessMode.Read);
        }
        touched.Perform();
    }

    private static void Touch(
        Operation operation, object receiver, Func<object, AccessMode> mode, string site)
    {
        if (receiver is null) return;
        var touched = new Touched(operation, site);
        foreach (var part in operation.Execution.Memory.WithSources(receiver, SynchronizedModel.Is))
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

    /// <summary>Not by the compiler: what it makes of an iterator has no hooks of its own.</summary>
    private static bool IsWrittenByTheProgram(object enumerator)
    {
        var type = enumerator.GetType();
        return WovenAssemblies.HoldsAll(type) && !type.Name.StartsWith('<');
    }

    /// <summary>Apart from the rest of it: what yields elements may be enumerable itself.</summary>
    private static Location PlaceOf(Operation operation, object enumerator) =>
        operation.Execution.Memory.Of(enumerator, LocationName.Place, operation);
}
