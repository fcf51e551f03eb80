using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>Objects with a position in a source: streams, readers, writers, enumerators.</summary>
public static partial class Hook
{
    /// <summary>Before a call that moves a stream or a reader, and only reads its source.</summary>
    public static void ObjectMove(object receiver, string site)
    {
        if (Scheduled is { } o) CursorModel.Move(o, receiver, site);
    }

    /// <summary>Before any other call of a stream, a reader or a writer.</summary>
    public static void ObjectPut(object receiver, string site)
    {
        if (Scheduled is { } o) CursorModel.Put(o, receiver, site);
    }

    /// <summary>Before an enumerator's Current.</summary>
    public static void EnumeratorRead(object enumerator, string site)
    {
        if (Scheduled is { } o) CursorModel.Look(o, enumerator, site);
    }

    /// <summary>Before an enumerator's MoveNext, Reset or Dispose.</summary>
    public static void EnumeratorMove(object enumerator, string site)
    {
        if (Scheduled is { } o) CursorModel.Advance(o, enumerator, site);
    }

    /// <summary>
    /// Before a delegate is called with an object that a library would look into. Woven code has
    /// hooks of its own for that.
    /// </summary>
    public static void Handed(Delegate called, object argument, string site)
    {
        if (Scheduled is { } o && DelegateModel.CallsLibrary(called))
            ObjectModel.Touch(o, argument, EventKind.ObjectRead, site);
    }
}
