using Interleavings.Models;
using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>Objects that have a place in something else: streams, readers, writers, enumerators.</summary>
public static partial class Hook
{
    /// <summary>Before a stream or a reader moves on, and only reads what it is made over.</summary>
    public static void ObjectMove(object receiver, string site)
    {
        if (Scheduled is { } o) CursorModel.Move(o, receiver, site);
    }

    /// <summary>Before any other call of a stream, a reader or a writer.</summary>
    public static void ObjectPut(object receiver, string site)
    {
        if (Scheduled is { } o) CursorModel.Put(o, receiver, site);
    }

    /// <summary>Before a look at what an enumerator has come to.</summary>
    public static void EnumeratorRead(object enumerator, string site)
    {
        if (Scheduled is { } o) CursorModel.Look(o, enumerator, site);
    }

    /// <summary>Before an enumerator goes on.</summary>
    public static void EnumeratorMove(object enumerator, string site)
    {
        if (Scheduled is { } o) CursorModel.Advance(o, enumerator, site);
    }

    /// <summary>
    /// Before a delegate is called with an object that a library would look into. Woven code tells
    /// itself what it does with it.
    /// </summary>
    public static void Handed(Delegate called, object argument, string site)
    {
        if (Scheduled is { } o && DelegateModel.CallsLibrary(called))
            ObjectModel.Touch(o, argument, EventKind.ObjectRead, site);
    }
}
