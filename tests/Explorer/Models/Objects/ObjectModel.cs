using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Exploration;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// An object of a library is one variable: what it holds inside isn't told apart. An array that
/// is handed to a library is read, or written, as a whole.
/// </summary>
internal static class ObjectModel
{
    /// <param name="doubt">Set if it isn't known whether the call writes.</param>
    internal static void Touch(
        Operation operation, object receiver, EventKind kind, string site, Doubt? doubt = null)
    {
        if (receiver is null) return;
        var mode = kind == EventKind.ObjectRead ? AccessMode.Read : AccessMode.Write;
        var touched = new Touched(operation, site) { Doubt = doubt };
        foreach (var part in Views.Of(operation, receiver, SynchronizedModel.Is))
        {
            if (SynchronizedModel.Is(part)) SynchronizedModel.Perform(operation, part, mode, site);
            else if (part == receiver || mode == AccessMode.Write) touched.Add(part, mode);
            else touched.AddSource(part);
        }
        touched.Perform();
    }

    /// <summary>
    /// Reads one of the <paramref name="count"/> items of a collection, or of a view: then of all that it
    /// goes over.
    /// </summary>
    internal static void TouchItem(
        Operation operation, object source, int index, int count, string site)
    {
        var touched = new Touched(operation, site);
        foreach (var part in Views.Of(operation, source))
        {
            if (part is Array array && array.Length != count)
            {
                throw operation.Execution.Refuse("some elements of an array as the source of something"
                    + " parallel", "make it a list first, by ToList(): it isn't known who reads which"
                    + " element, beside the bodies", site);
            }
            if (part is Array all) touched.Element(all, index, AccessMode.Read);
            else if (!HandsOutAMoment(part)) touched.Add(part, AccessMode.Read);
        }
        touched.Perform();
    }

    /// <summary>Whether who goes through it sees what it held at one moment.</summary>
    internal static bool HandsOutAMoment(object collection)
    {
        var type = collection.GetType();
        return type.Namespace == "System.Collections.Concurrent"
            && !type.Name.StartsWith("ConcurrentDictionary", StringComparison.Ordinal);
    }

    /// <summary>
    /// A library is handed an object of which the static type says little. It may look into a
    /// collection, or a view of one.
    /// </summary>
    internal static void Handed(Operation operation, object argument, EventKind kind, string site)
    {
        if (argument is TextReader or TextWriter or Stream or BinaryReader or BinaryWriter)
            CursorModel.Put(operation, argument, site);
        else if (LibraryTypes.IsLookedInto(argument.GetType())
            || Views.Of(operation, argument).Count > 1)
        {
            var (effect, member) = kind == EventKind.ObjectWrite || argument is not IEnumerable
                ? (ReceiverEffect.None, "") : MemberModel.OfEnumerating(argument.GetType());
            if (effect is ReceiverEffect.Write or ReceiverEffect.Doubt) kind = EventKind.ObjectWrite;
            Touch(operation, argument, kind, site,
                effect == ReceiverEffect.Doubt ? new(member, Reads: true) : null);
        }
    }

    /// <summary>Reads variables that are known, plainly.</summary>
    internal static void Touch(Operation operation, List<Location> read, string site)
    {
        var touched = new Touched(operation, site);
        foreach (var location in read) touched.Add(location, AccessMode.Read);
        touched.Perform();
    }

    internal static void Touch<T>(
        Operation operation, ReadOnlySpan<T> span, EventKind kind, string site)
    {
        if (span.IsEmpty || IsOnOwnStack(operation, ref MemoryMarshal.GetReference(span))) return;
        var touched = new Touched(operation, site);
        var bytes = (nint)span.Length * Unsafe.SizeOf<T>();
        if (touched.Bytes(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span)), bytes,
                kind == EventKind.ObjectRead ? AccessMode.Read : AccessMode.Write))
            touched.Perform();
        // The content of a string, or of the program itself, is nobody's variable.
        else if (kind == EventKind.ObjectWrite)
        {
            throw operation.Execution.Refuse("a span of unknown origin",
                "use an array: the explorer did not see where this span was taken from", site);
        }
    }

    private static bool IsOnOwnStack<T>(Operation operation, ref T variable) =>
        VariableModel.IsOnStack(operation, ref Unsafe.As<T, byte>(ref variable));
}
