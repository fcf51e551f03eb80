using System.Collections;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The wrappers that <c>Synchronized</c> of a collection, a stream, a reader or a writer returns:
/// each call enters the monitor of one object, which the program may lock as well.
/// </summary>
internal static class SynchronizedModel
{
    private static readonly HashSet<Type> Wrappers =
    [
        TextWriter.Synchronized(new StringWriter()).GetType(),
        TextReader.Synchronized(new StringReader("")).GetType(),
        Stream.Synchronized(new MemoryStream()).GetType(),
        Hashtable.Synchronized([]).GetType(),
        ArrayList.Synchronized([]).GetType(),
        ArrayList.Synchronized((IList)new ArrayList()).GetType(),
        Queue.Synchronized(new()).GetType(),
        Stack.Synchronized(new()).GetType(),
        SortedList.Synchronized([]).GetType(),
    ];

    internal static bool Is(object part) => Wrappers.Contains(part.GetType());

    internal static void Perform(
        Operation operation, object wrapper, AccessMode mode, string site) =>
        Perform(operation, wrapper, _ => mode, site);

    /// <summary>One event at the monitor, which reads or writes the wrapped object.</summary>
    internal static void Perform(
        Operation operation, object wrapper, Func<object, AccessMode> mode, string site)
    {
        if (ProcessWide.Is(wrapper)) return;
        var inside = new Touched(operation, site);
        var root = wrapper;
        foreach (var part in operation.Execution.Memory.WithSources(wrapper))
        {
            if (part == wrapper) continue;
            if (wrapper is Stream && part is Stream && root == wrapper) root = part;
            inside.Add(part, mode(part));
        }
        if (wrapper is ICollection collection) root = collection.SyncRoot;
        var isRead = mode(wrapper) == AccessMode.Read;
        var location = Ownership.At(operation, root);

        Execution.Announce(
            operation, isRead ? EventKind.AtomicRead : EventKind.AtomicWrite, site);
        ref var next = ref operation.Next;
        next.Location = location;
        next.Mode = isRead ? AccessMode.Read : AccessMode.Write;
        next.Acquires = true;
        next.Releases = !isRead;
        // A read of a Hashtable takes no lock.
        next.Guard = Ownership.IsHeld(operation, root) || isRead && wrapper is Hashtable
            ? Guard.None
            : Guard.Zero;
        next.More = inside.Count == 0 ? null : inside.Accesses;
        operation.Execution.Perform(operation);
    }
}
